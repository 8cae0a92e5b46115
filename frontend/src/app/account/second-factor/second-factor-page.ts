import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount } from '../../api/own-account';
import { LoneFrame } from '../../shell/lone-frame';
import { SignOutButton } from '../../shell/sign-out-button';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { DutyDone } from '../duty-done';
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
              <yh-enrol-second-factor [account]="account" (enrolled)="duty.goOn(return())" />
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
  protected readonly duty = inject(DutyDone);
  protected readonly own = inject(OwnAccount);
  /** The page that was asked for, from `?return=`. */
  readonly return = input<string>();

  constructor() {
    useTexts('second-factor', SECOND_FACTOR_TEXTS);
    this.own.reload();
  }
}
