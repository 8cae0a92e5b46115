import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { Session } from '../api/session';
import { DisplayChoices } from '../shell/display-choices';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { DemonstrationAccounts } from './demonstration-accounts';

/** Only an address inside the program is returned to; `//elsewhere` and `https://…` are not. */
export const safeReturn = (asked: string | undefined): string =>
  asked && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/';

@Component({
  selector: 'yh-sign-in',
  imports: [ReactiveFormsModule, TranslocoPipe, Page, ProblemNotice, DisplayChoices, DemonstrationAccounts],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  /** The page that was asked for, from `?return=`. */
  readonly return = input<string>();
  /** The account that the one-time link has just made, from `?made=`. */
  readonly made = input<string>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    username: ['', Validators.required],
    password: ['', Validators.required],
  });
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly passwordShown = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly unreachable = signal<ApiProblem | null>(null);
  protected readonly demonstration = computed(() => this.session.demonstration());

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    try {
      await this.session.load();
      this.unreachable.set(null);
    } catch (failure) {
      this.unreachable.set(failure instanceof ApiProblem ? failure : networkProblem());
    }
  }

  protected fill(username: string): void {
    this.form.patchValue({ username, password: this.demonstration()?.password ?? '' });
    this.problem.set(null);
    document.getElementById('submit')?.focus();
  }

  protected async submit(): Promise<void> {
    this.asked.set(true);
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { username, password } = this.form.getRawValue();
    try {
      await this.session.signIn({ username: username.trim(), password });
      await this.router.navigateByUrl(safeReturn(this.return()));
    } catch (failure) {
      this.problem.set(failure instanceof ApiProblem ? failure : networkProblem());
    } finally {
      this.busy.set(false);
    }
  }
}
