import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import type { AccountDetails } from '../../api/own-account';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { NewPassword } from '../../ui/new-password';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { WaitNotice } from '../../ui/wait-notice';
import { PASSWORD_TEXTS } from './password-texts';

/** The current password and a new one that keeps the rules; `changed` when the server has taken it. */
@Component({
  selector: 'yh-password-form',
  imports: [TranslocoPipe, Field, NewPassword, ProblemNotice, WaitNotice],
  template: `
    <form (submit)="submit($event)">
      <input
        class="visually-hidden"
        type="text"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="account().username"
      />
      <yh-field
        fieldId="current-password"
        kind="password"
        autocomplete="current-password"
        [label]="'password.current' | transloco"
        [control]="current"
        [error]="attempt.asked() && current.value === '' ? ('password.needCurrent' | transloco) : ''"
      />
      <yh-new-password
        [username]="account().username"
        [rules]="account().passwordRules"
        [asked]="attempt.asked()"
      />
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
        @if (problem.retryAfter; as seconds) {
          <yh-wait [seconds]="seconds" (over)="waiting.set(false)" />
        }
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy() || waiting()">
          {{ (attempt.busy() ? 'password.submitting' : 'password.submit') | transloco }}
        </button>
        <ng-content />
      </p>
    </form>
  `,
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly newPassword = viewChild.required(NewPassword);
  readonly account = input.required<AccountDetails>();
  readonly changed = output();
  protected readonly current = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly waiting = signal(false);

  constructor() {
    useTexts('password', PASSWORD_TEXTS);
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const [current, password] = [this.current.value, this.newPassword().value()];
    if (current === '' || password === null) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const done = await this.attempt.run(() =>
      this.client.call('changePassword', { body: { current, password } }),
    );
    this.waiting.set((this.attempt.problem()?.retryAfter ?? 0) > 0);
    if (done) this.changed.emit();
  }
}
