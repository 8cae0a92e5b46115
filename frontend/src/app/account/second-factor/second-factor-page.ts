import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount } from '../../api/own-account';
import { pagedRestriction, RestrictedWay } from '../../api/restricted-way';
import { safeReturn } from '../../api/safe-return';
import { LoneFrame } from '../../shell/lone-frame';
import { SignOutButton } from '../../shell/sign-out-button';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { EnrolSecondFactor } from './enrol-second-factor';
import { SECOND_FACTOR_TEXTS } from './second-factor-texts';

/** A second factor that the role needs is enrolled here before anything else is reached. */
@Component({
  selector: 'yh-second-factor-page',
  imports: [RouterLink, TranslocoPipe, LoneFrame, SignOutButton, Page, EnrolSecondFactor],
  template: `
    <yh-lone-frame>
      <yh-sign-out frameAct />
      <section class="card">
        <yh-page
          title="second-factor.title"
          question="second-factor.question"
          skeletonHeight="320px"
          [source]="own"
        >
          @if (own.value(); as account) {
            @if (account.restriction === 'second-factor-enrolment') {
              <p class="notice" data-kind="attention">{{ 'second-factor.due' | transloco }}</p>
            }
            <p>{{ 'second-factor.text' | transloco }}</p>
            @if (account.secondFactor.enrolled) {
              <p>{{ 'second-factor.on' | transloco: { count: account.secondFactor.recoveryCodesLeft } }}</p>
            } @else if (account.demonstration) {
              <p class="notice" data-kind="attention">{{ 'second-factor.shared' | transloco }}</p>
            } @else {
              <yh-enrol-second-factor [account]="account" (enrolled)="goOn()" />
            }
            @if (!account.restriction) {
              <a class="button" routerLink="/account">{{ 'second-factor.toAccount' | transloco }}</a>
            }
          }
        </yh-page>
      </section>
    </yh-lone-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorPage {
  private readonly way = inject(RestrictedWay);
  protected readonly own = inject(OwnAccount);
  /** The page that was asked for, from `?return=`. */
  readonly return = input<string>();

  constructor() {
    useTexts('second-factor', SECOND_FACTOR_TEXTS);
    this.own.reload();
  }

  /** To what is due next, or to the page that was asked for. */
  protected async goOn(): Promise<void> {
    const details = await this.own.renew().catch(() => null);
    await this.way.goOn(
      pagedRestriction(details?.restriction ?? null),
      safeReturn(this.return() ?? '/account'),
    );
  }
}
