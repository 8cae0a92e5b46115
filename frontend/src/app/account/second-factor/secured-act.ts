import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { WaitNotice } from '../../ui/wait-notice';

/** What changes the second factor itself takes the password and the factor that is changed, both at once. */
@Component({
  selector: 'yh-secured-act',
  imports: [TranslocoPipe, Field, ProblemNotice, WaitNotice],
  template: `
    <form (submit)="submit($event)">
      <yh-field
        fieldId="factor-password"
        kind="password"
        autocomplete="current-password"
        [label]="'second-factor.password' | transloco"
        [control]="password"
        [error]="attempt.asked() && password.value === '' ? ('second-factor.needPassword' | transloco) : ''"
      />
      <yh-field
        fieldId="factor-code"
        autocomplete="one-time-code"
        [label]="'second-factor.code' | transloco"
        [control]="code"
        [error]="attempt.asked() && code.value.trim() === '' ? ('second-factor.needCode' | transloco) : ''"
      />
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
        @if (problem.retryAfter; as seconds) {
          <yh-wait [seconds]="seconds" (over)="waiting.set(false)" />
        }
      }
      <p class="acts">
        <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy() || waiting()">
          @if (attempt.busy()) {
            {{ 'second-factor.wait' | transloco }}
          } @else {
            {{
              (act() === 'renew' ? 'second-factor.confirmRenew' : 'second-factor.confirmRemove') | transloco
            }}
          }
        </button>
        <button type="button" class="button" (click)="cancelled.emit()">{{ 'ui.cancel' | transloco }}</button>
      </p>
    </form>
  `,
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecuredAct {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly act = input.required<'renew' | 'remove'>();
  /** The new recovery codes, or none where the second factor was given up. */
  readonly done = output<readonly string[]>();
  readonly cancelled = output();
  protected readonly password = new FormControl('', { nonNullable: true });
  protected readonly code = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly waiting = signal(false);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const body = { password: this.password.value, code: this.code.value.trim() };
    if (body.password === '' || body.code === '') {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    let codes: readonly string[] = [];
    const done = await this.attempt.run(async () => {
      if (this.act() === 'remove') await this.client.call('removeSecondFactor', { body });
      else codes = (await this.client.call('renewRecoveryCodes', { body })).recoveryCodes;
    });
    this.waiting.set((this.attempt.problem()?.retryAfter ?? 0) > 0);
    if (done) this.done.emit(codes);
  }
}
