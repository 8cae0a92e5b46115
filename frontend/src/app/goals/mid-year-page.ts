import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MidYearRecord } from '@yuheng/shared/contract/goals';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Language } from '../ui/language';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { GoalActDialog, type GoalWords } from './goal-act-dialog';
import { MidYearOfficial } from './mid-year-official';
import { GOALS_TEXTS } from './goals-texts';

type Act = MidYearRecord['acts'][number];
type Answer = MidYearRecord['lines'][number]['answer'];

/** The mid-year form: the program fills in what was reached, the county says why, how likely and what is done. */
@Component({
  selector: 'yh-mid-year-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    DayPipe,
    GoalActDialog,
    MidYearOfficial,
    MoneyPipe,
    Page,
    ProblemNotice,
    UnitPipe,
  ],
  templateUrl: './mid-year-page.html',
  styleUrl: './goals.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MidYearPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly county = input.required<string>();

  private readonly address = computed(() => {
    const { program, year } = this.view.selection();
    return { program, county: this.county(), year };
  });
  protected readonly source = pageSource('readMidYear', () => ({ params: this.address() }));
  protected readonly answers = signal<readonly Answer[]>([]);
  protected readonly isChanged = signal(false);
  protected readonly wasSaved = signal(false);
  protected readonly attempt = new Attempt();
  protected readonly act_ = signal<Act | null>(null);
  protected readonly editable = computed(() => this.source.value()?.acts.includes('save') ?? false);
  protected readonly shownActs = computed(() =>
    (this.source.value()?.acts ?? []).filter((act) => act !== 'save'),
  );
  protected readonly signs = RELATION_SIGNS;
  protected readonly likelihoods = ['certain', 'possible', 'unlikely'] as const;

  constructor() {
    useTexts('goals', GOALS_TEXTS);
    effect(() => {
      const record = this.source.value();
      if (!record || untracked(this.isChanged)) return;
      this.answers.set(record.lines.map(({ answer }) => answer));
    });
  }

  /** Nothing that was typed goes unasked. */
  mayLeave(): Promise<boolean> {
    return Promise.resolve(!this.isChanged() || confirm(this.language.text('goals.unsaved')));
  }

  /** As it is stamped: one table, in the official layout. */
  protected print(): void {
    globalThis.print();
  }

  protected said(words: Bilingual): string {
    return this.language.say(words);
  }

  protected set(at: number, key: 'actual' | 'reason' | 'likelihood' | 'measures', event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    const value = typed === '' && (key === 'actual' || key === 'likelihood') ? null : typed;
    this.answers.update((all) => all.map((one, index) => (index === at ? { ...one, [key]: value } : one)));
    this.isChanged.set(true);
  }

  protected async save(): Promise<void> {
    const record = this.source.value();
    if (!record) return;
    const done = await this.attempt.run(() =>
      this.client.call('saveMidYear', {
        params: this.address(),
        version: record.lock,
        body: { answers: [...this.answers()] },
      }),
    );
    this.wasSaved.set(done);
    if (!done) return;
    this.isChanged.set(false);
    this.source.reload();
  }

  protected readonly send = async ({ reason }: GoalWords): Promise<void> => {
    const [act, record] = [this.act_(), this.source.value()];
    if (!act || !record) return;
    const [params, version] = [this.address(), record.lock];
    if (act === 'submit') await this.client.call('submitMidYear', { params, version, body: {} });
    if (act === 'return') await this.client.call('returnMidYear', { params, version, body: { reason } });
    if (act === 'approve') await this.client.call('approveMidYear', { params, version, body: {} });
    this.source.reload();
  };
}
