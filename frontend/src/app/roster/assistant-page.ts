import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Assistant } from '@yuheng/shared/contract/roster';
import { readBankCardNumber } from '@yuheng/shared/domain/personal-data/bank-card-number';
import { readResidentIdentityNumber } from '@yuheng/shared/domain/personal-data/resident-identity-number';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { EmptyNotice } from '../ui/empty-notice';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { assistantForm, detailsOf, fillForm, periodForm, periodsOf } from './assistant-form';
import { RosterReason } from './reason-field';
import { ROSTER_TEXTS } from './roster-texts';
import { RosterWords } from './roster-words';

/** Enters a person, or changes one; a change that somebody else made meanwhile is shown beside what was opened. */
@Component({
  selector: 'yh-assistant',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    EmptyNotice,
    Field,
    Page,
    ProblemNotice,
    RosterReason,
  ],
  templateUrl: './assistant-page.html',
  styleUrl: './roster-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssistantPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly words = inject(RosterWords);
  /** The id of who is changed, from the address; absent for somebody new. */
  readonly assistant = input<string>();

  protected readonly form = assistantForm();
  protected readonly attempt = new Attempt();
  protected readonly employments = ['laborContract', 'laborDispatch', 'publicWelfarePost', 'other'] as const;
  private readonly county = computed(() => this.session.account()?.place.id ?? '');
  private readonly wanted = computed(() => {
    const [county, assistant] = [this.county(), this.assistant()];
    return { county, ...(assistant === undefined ? {} : { assistant }) };
  });
  protected readonly source = pageSource('readRoster', () => ({ query: this.wanted() }));
  /** The version that is being changed. */
  protected readonly opened = signal<Assistant | null>(null);
  /** Somebody else changed the person: as they are now, null while that could not be read. */
  protected readonly clash = signal<{ readonly now: Assistant | null } | null>(null);
  protected readonly differences = computed(() => {
    const [opened, now] = [this.opened(), this.clash()?.now];
    return opened && now ? this.words.differences(opened, now) : null;
  });

  constructor() {
    useTexts('roster', ROSTER_TEXTS);
    effect(() => {
      const found = this.personIn(this.source.value()?.people);
      if (found) untracked(() => this.open(found));
    });
  }

  /** What is wrong with a number, in the reader's language; nothing while it is not asked for. */
  protected numberProblem(field: 'identityNumber' | 'bankCard'): string {
    if (!this.attempt.asked()) return '';
    const outcome = this.readNumber(field);
    const detail = outcome && !outcome.ok ? outcome.refusals[0]?.detail : undefined;
    return detail ? this.language.say(detail) : '';
  }

  protected addPeriod(): void {
    this.form.controls.periods.push(periodForm({ from: '', until: null, reason: null }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (this.isWrong()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const opened = this.opened();
    const saved = await this.attempt.run(() => (opened ? this.change(opened) : this.enter()));
    if (saved) await this.router.navigate(['/roster'], { queryParamsHandling: 'preserve' });
    else if (opened) await this.readConflict();
  }

  /** Who is stored now, after somebody else has changed them. A number that is taken says so at its field instead. */
  protected async readConflict(): Promise<void> {
    const problem = this.attempt.problem();
    if (problem && (problem.kind !== 'conflict' || problem.errors.length > 0)) return;
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const roster = await this.client.call('readRoster', { query: this.wanted() }).catch(() => null);
    this.clash.set({ now: this.personIn(roster?.people) ?? null });
  }

  /** Goes on from the new version with what was typed. */
  protected goOn(): void {
    const now = this.clash()?.now;
    if (now) this.opened.set(now);
    this.clash.set(null);
  }

  private personIn(people: readonly Assistant[] | undefined): Assistant | undefined {
    return people?.find(({ id }) => id === this.assistant());
  }

  private open(person: Assistant): void {
    this.opened.set(person);
    fillForm(this.form, person);
  }

  /** Null: left empty where that is allowed. */
  private readNumber(field: 'identityNumber' | 'bankCard'): Outcome<string> | null {
    const typed = this.form.controls[field].value;
    if (typed.trim() === '' && (field === 'bankCard' || this.opened())) return null;
    return field === 'bankCard' ? readBankCardNumber(typed, '') : readResidentIdentityNumber(typed, '');
  }

  private isWrong(): boolean {
    const { onPostFrom, reason } = this.form.getRawValue();
    const numbers = [this.readNumber('identityNumber'), this.readNumber('bankCard')];
    const missing = this.opened() ? reason.trim() === '' : onPostFrom === '';
    return this.form.invalid || missing || numbers.some((outcome) => outcome && !outcome.ok);
  }

  private enter(): Promise<Assistant> {
    const { identityNumber, bankCard, onPostFrom } = this.form.getRawValue();
    const body = {
      ...detailsOf(this.form),
      ...{ county: this.county(), identityNumber, bankCard: bankCard.trim() || null, onPostFrom },
    };
    return this.client.call('enterAssistant', { body });
  }

  private change({ id, version }: Assistant): Promise<Assistant> {
    const { identityNumber, bankCard, removeCard, reason } = this.form.getRawValue();
    const body = {
      ...detailsOf(this.form),
      ...(identityNumber.trim() ? { identityNumber } : {}),
      ...(removeCard ? { bankCard: null } : bankCard.trim() ? { bankCard } : {}),
      ...{ periods: periodsOf(this.form), reason: reason.trim() },
    };
    return this.client.call('changeAssistant', { params: { assistant: id }, version, body });
  }
}
