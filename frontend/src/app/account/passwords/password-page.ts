import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount } from '../../api/own-account';
import { LoneFrame } from '../../shell/lone-frame';
import { SignOutButton } from '../../shell/sign-out-button';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { DutyDone } from '../duty-done';
import { PasswordForm } from './password-form';
import { PASSWORD_TEXTS } from './password-texts';

/** A first password, or one that is too old, is changed here before anything else is reached. */
@Component({
  selector: 'yh-password-page',
  imports: [RouterLink, TranslocoPipe, LoneFrame, SignOutButton, Page, PasswordForm],
  template: `
    <yh-lone-frame>
      <yh-sign-out frameAct />
      <section class="card">
        <yh-page title="password.title" question="password.question" [source]="own" skeletonHeight="320px">
          @if (own.value(); as account) {
            @if (account.demonstration) {
              <p class="notice" data-kind="attention">{{ 'password.shared' | transloco }}</p>
              <a class="button" routerLink="/account">{{ 'password.toAccount' | transloco }}</a>
            } @else {
              @if (account.restriction === 'password-change') {
                <p class="notice" data-kind="attention">{{ 'password.due' | transloco }}</p>
              }
              <p>
                <small>{{ 'password.free' | transloco }}</small>
              </p>
              <yh-password-form [account]="account" (changed)="duty.goOn(return())">
                @if (!account.restriction) {
                  <a class="button" routerLink="/account">{{ 'password.toAccount' | transloco }}</a>
                }
              </yh-password-form>
            }
          }
        </yh-page>
      </section>
    </yh-lone-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordPage {
  protected readonly duty = inject(DutyDone);
  protected readonly own = inject(OwnAccount);
  /** The page that was asked for, from `?return=`. */
  readonly return = input<string>();

  constructor() {
    useTexts('password', PASSWORD_TEXTS);
    this.own.reload();
  }
}
