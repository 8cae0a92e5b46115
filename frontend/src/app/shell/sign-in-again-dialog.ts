import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
  untracked,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { OwnAccount } from '../api/own-account';
import { Session } from '../api/session';
import { SessionLife } from '../api/session-life';
import { SignInAgain } from '../api/sign-in-again';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Modal } from '../ui/modal';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { WaitNotice } from '../ui/wait-notice';
import { SESSION_TEXTS } from './session-texts';

/**
 * Asks the person of this page for the password, or for the second factor, without leaving the page: it stays behind
 * the dialogue as it is, with what was typed, unreadable for who walks by. Answered, everything that waited goes on.
 */
@Component({
  selector: 'yh-sign-in-again',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, Modal, ProblemNotice, WaitNotice],
  templateUrl: './sign-in-again-dialog.html',
  styles: `
    form {
      display: grid;
      gap: 4px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      margin: 8px 0 0;
    }
    .acts .button {
      min-block-size: 40px;
    }
    small {
      flex-basis: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgainDialog {
  private readonly session = inject(Session);
  private readonly own = inject(OwnAccount);
  private readonly life = inject(SessionLife);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly again = inject(SignInAgain);
  protected readonly form = inject(NonNullableFormBuilder).group({ password: [''], code: [''] });
  protected readonly attempt = new Attempt();
  protected readonly waiting = signal(false);
  /** The password was right, and the second factor is asked for along with it. */
  protected readonly afterPassword = signal(false);
  protected readonly asksCode = computed(() => this.again.demand() === 'code' || this.afterPassword());
  /** Where the session is still good one can go back: only what needed the second factor is not done. */
  protected readonly canStay = computed(() =>
    this.again.demand() === 'code'
      ? this.own.value()?.restriction !== 'second-factor'
      : this.life.phase() === 'lifetimeSoon',
  );

  constructor() {
    useTexts('session', SESSION_TEXTS);
    effect(() => {
      this.again.demand();
      untracked(() => this.startOver());
    });
  }

  protected async submit(): Promise<void> {
    this.attempt.asked.set(true);
    const { password, code } = this.form.getRawValue();
    if (this.asksCode() ? code.trim() === '' : password === '') {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const done = await this.attempt.run(() => this.send(password, code.trim()));
    if (!done) {
      this.readProblem();
      return;
    }
    this.again.settle(true);
    // The new session ends at another time than the old one.
    this.own.reload();
  }

  protected escape(): void {
    if (this.canStay()) this.stay();
  }

  protected leave(): void {
    void this.session.leave();
  }

  protected stay(): void {
    this.again.settle(false);
  }

  private async send(password: string, code: string): Promise<void> {
    if (this.again.demand() === 'code') return this.session.confirm(code);
    const username = this.again.username() ?? '';
    return this.session.signIn({ username, password, ...(this.afterPassword() ? { code } : {}) });
  }

  private readProblem(): void {
    const problem = this.attempt.problem();
    this.waiting.set((problem?.retryAfter ?? 0) > 0);
    // While the code was asked for, the session itself ended.
    if (problem?.kind === 'sign-in-required') void this.again.ask('password');
    if (problem?.kind !== 'second-factor-required') return;
    if (!this.asksCode()) {
      this.attempt.clear();
      this.afterPassword.set(true);
    }
    this.form.controls.code.reset();
    this.focus();
  }

  private startOver(): void {
    this.form.reset();
    this.attempt.clear();
    this.waiting.set(false);
    this.afterPassword.set(false);
    this.focus();
  }

  private focus(): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('yh-field input')?.focus());
  }
}
