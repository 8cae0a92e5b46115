import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  resource,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { asApiProblem, type ApiProblem } from '../api/api-problem';
import { Attempt } from '../api/attempt';
import { addressOf, Client } from '../api/client';
import { OwnAccount } from '../api/own-account';
import { pagedRestriction, RestrictedWay } from '../api/restricted-way';
import { safeReturn } from '../api/safe-return';
import { Session } from '../api/session';
import { LoneFrame } from '../shell/lone-frame';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { WaitNotice } from '../ui/wait-notice';
import { DemonstrationAccounts } from './demonstration-accounts';
import { SIGN_IN_TEXTS } from './sign-in-texts';

/** What went wrong on the way back from the OpenID provider, by what `?problem=` says. */
const OPEN_ID_PROBLEMS: Readonly<Record<string, string>> = {
  'openid-unknown': 'sign-in.openIdProblem.unknown',
  'openid-unavailable': 'sign-in.openIdProblem.unavailable',
};

/** User name and password, then the second factor where the account has one, on the same page. */
@Component({
  selector: 'yh-sign-in',
  imports: [
    ReactiveFormsModule,
    TranslocoPipe,
    LoneFrame,
    Field,
    Page,
    ProblemNotice,
    WaitNotice,
    DemonstrationAccounts,
  ],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  private readonly way = inject(RestrictedWay);
  private readonly client = inject(Client);
  private readonly own = inject(OwnAccount);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly session = inject(Session);
  /** The page that was asked for, from `?return=`. */
  readonly return = input<string>();
  /** The account that the one-time link has just made, from `?made=`. */
  readonly made = input<string>();
  /** How signing in elsewhere failed, from `?problem=`. */
  readonly failed = input<string | undefined, string | undefined>(undefined, {
    alias: 'problem',
    transform: (slug) => (slug?.startsWith('openid-') ? slug : undefined),
  });

  protected readonly form = inject(NonNullableFormBuilder).group({
    username: ['', Validators.required],
    password: ['', Validators.required],
    code: [''],
  });
  protected readonly attempt = new Attempt();
  /** User name and password were right; they stay in the form while the second factor is asked for. */
  protected readonly wantsCode = signal(false);
  protected readonly byRecovery = signal(false);
  protected readonly codeMissing = signal(false);
  protected readonly unreachable = signal<ApiProblem | null>(null);
  protected readonly waiting = signal(false);
  protected readonly demonstration = computed(() => this.session.demonstration());
  /** Without an answer one signs in by password. */
  private readonly options = resource({
    loader: () => this.client.call('readSignInOptions', {}).catch(() => null),
  });
  protected readonly openId = computed(() => {
    const openId = this.options.value()?.openId;
    const query = { return: safeReturn(this.return()) };
    return openId ? { name: openId.name, href: addressOf('beginOpenId', { query }) } : null;
  });
  protected readonly openIdProblem = computed(() => {
    const failed = this.failed();
    return failed ? (OPEN_ID_PROBLEMS[failed] ?? 'sign-in.openIdProblem.other') : null;
  });

  constructor() {
    useTexts('sign-in', SIGN_IN_TEXTS);
    void this.load();
  }

  protected async load(): Promise<void> {
    try {
      await this.session.load();
      this.unreachable.set(null);
    } catch (failure) {
      this.unreachable.set(asApiProblem(failure));
    }
  }

  protected fill(username: string): void {
    this.startOver();
    this.form.patchValue({ username, password: this.demonstration()?.password ?? '' });
    this.focusOn('#submit');
  }

  protected startOver(): void {
    this.form.reset();
    this.attempt.clear();
    this.wantsCode.set(false);
    this.byRecovery.set(false);
    this.focusOn('#username');
  }

  protected switchCode(): void {
    this.byRecovery.update((before) => !before);
    this.form.controls.code.reset();
    this.attempt.clear();
    this.codeMissing.set(false);
    this.focusOn('#code');
  }

  protected async submit(): Promise<void> {
    this.attempt.asked.set(true);
    const { username, password, code } = this.form.getRawValue();
    this.codeMissing.set(this.wantsCode() && code.trim() === '');
    if (this.form.invalid || this.codeMissing()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const given = this.wantsCode() ? { code: code.trim() } : {};
    const done = await this.attempt.run(() =>
      this.session.signIn({ username: username.trim(), password, ...given }),
    );
    if (done) await this.goOn();
    else this.readProblem();
  }

  /** Where something is due first, there; without an answer, to the page that was wanted, which then says so. */
  private async goOn(): Promise<void> {
    const details = await this.own.load().catch(() => null);
    await this.way.goOn(pagedRestriction(details?.restriction ?? null), safeReturn(this.return()));
  }

  private readProblem(): void {
    const problem = this.attempt.problem();
    this.waiting.set((problem?.retryAfter ?? 0) > 0);
    if (problem?.kind !== 'second-factor-required') return;
    // That a code is needed is no mistake of anybody's; that the code was wrong is.
    if (!this.wantsCode()) this.attempt.clear();
    this.wantsCode.set(true);
    this.form.controls.code.reset();
    this.focusOn('#code');
  }

  private focusOn(selector: string): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus());
  }
}
