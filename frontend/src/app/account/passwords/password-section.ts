import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { OwnAccount, type AccountDetails } from '../../api/own-account';
import { DayPipe } from '../../ui/day';
import { beijingDay, MomentPipe } from '../../ui/moment';
import { useTexts } from '../../ui/texts';
import { PasswordForm } from './password-form';
import { PASSWORD_TEXTS } from './password-texts';

/** How old the password is, and the way to change it. */
@Component({
  selector: 'yh-password-section',
  imports: [TranslocoPipe, DayPipe, MomentPipe, PasswordForm],
  template: `
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">{{ 'password.heading' | transloco }}</h2>
      @let password = account().password;
      <p>{{ 'password.changedAt' | transloco: { at: (password.changedAt | moment) } }}</p>
      <p>
        @if (password.expiresAt; as expires) {
          {{ 'password.expiresAt' | transloco: { day: (dayOf(expires) | day) } }}
        } @else {
          {{ 'password.never' | transloco }}
        }
      </p>
      @if (changing()) {
        <p>
          <small>{{ 'password.free' | transloco }}</small>
        </p>
        <yh-password-form [account]="account()" (changed)="finish()">
          <button type="button" class="button" (click)="changing.set(false)">
            {{ 'ui.cancel' | transloco }}
          </button>
        </yh-password-form>
      } @else if (!account().demonstration) {
        <p class="acts">
          <button type="button" class="button" (click)="begin()">{{ 'password.change' | transloco }}</button>
        </p>
      }
      <p role="status">
        @if (changed()) {
          {{ 'password.changed' | transloco }}
        }
      </p>
    </section>
  `,
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordSection {
  private readonly own = inject(OwnAccount);
  readonly account = input.required<AccountDetails>();
  protected readonly changing = signal(false);
  protected readonly changed = signal(false);
  protected readonly dayOf = beijingDay;

  constructor() {
    useTexts('password', PASSWORD_TEXTS);
  }

  protected begin(): void {
    this.changed.set(false);
    this.changing.set(true);
  }

  protected finish(): void {
    this.changing.set(false);
    this.changed.set(true);
    this.own.reload();
  }
}
