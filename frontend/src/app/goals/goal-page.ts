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
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import {
  GOAL_KINDS,
  GROUP_NAMES,
  KIND_NAMES,
  RELATION_SIGNS,
  type GoalKind,
  type GoalRelation,
} from '@yuheng/shared/domain/goals/goal';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { Language } from '../ui/language';
import { MomentPipe } from '../ui/moment';
import { formatMoney } from '../ui/money';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { GoalActDialog, type GoalWords } from './goal-act-dialog';
import { GoalOfficial } from './goal-official';
import { fenOfYuan, FUND_KEYS, GoalTableForm, type FundKey, type Indicator } from './goal-table-form';
import { GOALS_TEXTS } from './goals-texts';

type Act = GoalRecord['acts'][number];

/** The yearly table of goals of one county: read by everybody of the business, written by the county while it is open. */
@Component({
  selector: 'yh-goal-page',
  imports: [RouterLink, TranslocoPipe, DayPipe, GoalActDialog, GoalOfficial, MomentPipe, Page, ProblemNotice],
  templateUrl: './goal-page.html',
  styleUrl: './goals.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoalPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly county = input.required<string>();

  private readonly address = computed(() => {
    const { program, year } = this.view.selection();
    return { program, county: this.county(), year };
  });
  protected readonly source = pageSource('readGoal', () => ({ params: this.address() }));
  protected readonly form = new GoalTableForm();
  protected readonly attempt = new Attempt();
  protected readonly wasSaved = signal(false);
  protected readonly act_ = signal<Act | null>(null);
  protected readonly editable = computed(() => this.source.value()?.acts.includes('save') ?? false);
  protected readonly shownActs = computed(() =>
    (this.source.value()?.acts ?? []).filter((act) => act !== 'save'),
  );
  protected readonly fundKeys = FUND_KEYS;
  protected readonly kinds = Object.keys(GOAL_KINDS) as GoalKind[];
  protected readonly kindNames = KIND_NAMES;
  protected readonly relations = Object.keys(RELATION_SIGNS) as GoalRelation[];
  protected readonly signs = RELATION_SIGNS;

  constructor() {
    useTexts('goals', GOALS_TEXTS);
    effect(() => {
      const record = this.source.value();
      if (record) untracked(() => this.form.take(record.table));
    });
  }

  /** Nothing that was typed goes unasked. */
  mayLeave(): Promise<boolean> {
    return Promise.resolve(!this.form.isChanged() || confirm(this.language.text('goals.unsaved')));
  }

  /** As it is stamped: one table, in the official layout. */
  protected print(): void {
    globalThis.print();
  }

  protected said(words: Bilingual): string {
    return this.language.say(words);
  }

  protected groupName = (kind: GoalKind): Bilingual => GROUP_NAMES[GOAL_KINDS[kind]];
  protected yuan = (fen: number): string => formatMoney(fen, '元');
  protected textOf = (event: Event): string => (event.target as HTMLInputElement).value;

  protected setFund(key: FundKey, event: Event): void {
    const field = event.target as HTMLInputElement;
    const fen = fenOfYuan(field.value);
    const before = this.form.table()?.funds[key] ?? 0;
    if (fen === null) field.value = this.yuan(before);
    else this.form.setFund(key, fen);
  }

  protected set(at: number, key: 'kind' | 'name' | 'value' | 'unit', event: Event): void {
    this.form.setIndicator(at, { [key]: this.textOf(event) } as Partial<Indicator>);
  }

  protected setRelation(at: number, event: Event): void {
    const relation = this.textOf(event) as GoalRelation;
    this.form.setIndicator(
      at,
      relation === 'qualitative' ? { relation, unit: '', metric: null } : { relation },
    );
  }

  protected async save(): Promise<void> {
    const [table, record] = [this.form.table(), this.source.value()];
    if (!table || !record) return;
    const done = await this.attempt.run(async () => {
      const saved = await this.client.call('saveGoal', {
        params: this.address(),
        version: record.lock,
        body: table,
      });
      this.form.saved(saved.table);
    });
    this.wasSaved.set(done);
    if (done) this.source.reload();
  }

  protected readonly send = async (words: GoalWords): Promise<void> => {
    const [act, record] = [this.act_(), this.source.value()];
    if (!act || !record) return;
    await this.call(act, record.lock, words);
    this.source.reload();
  };

  private call(act: Act, version: number, { reason, documentNumber, issuedOn }: GoalWords): Promise<unknown> {
    const params = this.address();
    switch (act) {
      case 'submit':
        return this.client.call('submitGoal', { params, version, body: {} });
      case 'return':
        return this.client.call('returnGoal', { params, version, body: { reason } });
      case 'review':
        return this.client.call('reviewGoal', { params, version, body: {} });
      case 'agree':
        return this.client.call('agreeGoal', { params, version, body: {} });
      case 'issue':
        return this.client.call('issueGoal', { params, version, body: { documentNumber, issuedOn } });
      case 'adjust':
        return this.client.call('adjustGoal', { params, version, body: { reason } });
      case 'save':
        return this.save();
    }
  }
}
