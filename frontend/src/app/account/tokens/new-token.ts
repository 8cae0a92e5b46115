import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { tokenScope } from '@yuheng/shared/contract/account';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { beijingDay } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { WaitNotice } from '../../ui/wait-notice';

type Scope = (typeof tokenScope.options)[number];
/** Held to the contract by the compiler (see api/routes.ts for why they are written again). */
const SCOPES: typeof tokenScope.options = ['overview:read'];

const DAY_MS = 24 * 60 * 60_000;
/** Long enough to be of use, short enough that what is forgotten ends by itself. */
const USUAL_DAYS = 90;

/** What a token is for, what it reads, and until when; the password, and the second factor of who has one, prove who makes it. */
@Component({
  selector: 'yh-new-token',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, ProblemNotice, WaitNotice],
  templateUrl: './new-token.html',
  styleUrls: ['../account-form.css', './new-token.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewToken {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly maxDays = input.required<number>();
  /** The account has a second factor, which then comes along: one that was given to the session is not enough. */
  readonly asksCode = input.required<boolean>();
  readonly made = output<Answer<'createAccessToken'>>();
  readonly cancelled = output();

  protected readonly scopes = SCOPES;
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.pattern(/\S/), Validators.maxLength(60)]],
    lastDay: [beijingDay(Date.now() + USUAL_DAYS * DAY_MS), Validators.required],
    password: ['', Validators.required],
    code: [''],
  });
  protected readonly chosen = signal<readonly Scope[]>(SCOPES);
  protected readonly attempt = new Attempt();
  protected readonly waiting = signal(false);
  protected readonly today = beijingDay(Date.now());
  protected readonly latest = computed(() => beijingDay(Date.now() + this.maxDays() * DAY_MS));

  protected isOutside(day: string): boolean {
    return day < this.today || day > this.latest();
  }

  protected lacksCode(): boolean {
    return this.asksCode() && this.form.controls.code.value.trim() === '';
  }

  protected choose(scope: Scope): void {
    this.chosen.update((before) =>
      before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
    );
  }

  protected async submit(): Promise<void> {
    this.attempt.asked.set(true);
    const { name, lastDay, password, code } = this.form.getRawValue();
    const isLacking = this.form.invalid || this.chosen().length === 0 || this.lacksCode();
    if (isLacking || this.isOutside(lastDay)) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const proof = { password, ...(this.asksCode() ? { code: code.trim() } : {}) };
    const body = { name: name.trim(), scopes: [...this.chosen()], lastDay, ...proof };
    await this.attempt.run(async () => this.made.emit(await this.client.call('createAccessToken', { body })));
    this.waiting.set((this.attempt.problem()?.retryAfter ?? 0) > 0);
  }
}
