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
import type { SelfEvaluationRecord } from '@yuheng/shared/contract/self-evaluations';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { ATTAINMENTS } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { GoalActDialog, type GoalWords } from '../goal-act-dialog';
import { GOALS_TEXTS } from '../goals-texts';
import { SelfEvaluationOfficial } from './self-evaluation-official';
import { SELF_EVALUATION_TEXTS } from './self-evaluation-texts';

type Act = SelfEvaluationRecord['acts'][number];
type Line = SelfEvaluationRecord['lines'][number];
type Answer = Line['answer'];

/** 绩效自评表: the program fills in what was reached and scores it, the county adds what no figure tells and says why. */
@Component({
  selector: 'yh-self-evaluation-page',
  imports: [RouterLink, TranslocoPipe, GoalActDialog, Page, ProblemNotice, SaidPipe, SelfEvaluationOfficial],
  templateUrl: './self-evaluation-page.html',
  styleUrl: '../goals.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfEvaluationPage {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  /** From the address. */
  readonly county = input.required<string>();

  private readonly address = computed(() => {
    const { program, year } = this.view.selection();
    return { program, county: this.county(), year };
  });
  protected readonly source = pageSource('readSelfEvaluation', () => ({ params: this.address() }));
  protected readonly answers = signal<readonly Answer[]>([]);
  protected readonly isChanged = signal(false);
  protected readonly wasSaved = signal(false);
  protected readonly attempt = new Attempt();
  protected readonly asked = signal<Act | null>(null);
  protected readonly editable = computed(() => this.source.value()?.acts.includes('save') ?? false);
  protected readonly shownActs = computed(() =>
    (this.source.value()?.acts ?? []).filter((act) => act !== 'save'),
  );
  /** Those where the county has anything to say. */
  protected readonly toAnswer = computed(() =>
    (this.source.value()?.lines ?? []).filter(
      (line) => !line.fromFigures || line.needsReason || line.answer.reason !== '',
    ),
  );
  protected readonly signs = RELATION_SIGNS;
  protected readonly attainments = ATTAINMENTS;

  constructor() {
    useTexts('goals', GOALS_TEXTS);
    useTexts('selfEvaluation', SELF_EVALUATION_TEXTS);
    effect(() => {
      const record = this.source.value();
      if (!record || untracked(this.isChanged)) return;
      this.answers.set(record.lines.map(({ answer }) => answer));
    });
  }

  /** Nothing that was typed goes unasked. */
  mayLeave(): Promise<boolean> {
    return Promise.resolve(!this.isChanged() || confirm(this.language.text('selfEvaluation.unsaved')));
  }

  /** As it is stamped: one table, in the official layout. */
  protected print(): void {
    globalThis.print();
  }

  protected typed({ indicator }: Line): Answer | undefined {
    return this.answers().find((one) => one.indicator === indicator);
  }

  protected set(
    { indicator }: Line,
    key: 'actual' | 'attainment' | 'percent' | 'reason',
    event: Event,
  ): void {
    const text = (event.target as HTMLInputElement).value;
    const value = text === '' && key !== 'reason' ? null : text;
    this.answers.update((all) =>
      all.map((one) => (one.indicator === indicator ? { ...one, [key]: value } : one)),
    );
    this.isChanged.set(true);
  }

  protected async save(): Promise<void> {
    const record = this.source.value();
    if (!record) return;
    const done = await this.attempt.run(() =>
      this.client.call('saveSelfEvaluation', {
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
    const [act, record] = [this.asked(), this.source.value()];
    if (!act || !record) return;
    const [params, version] = [this.address(), record.lock];
    if (act === 'submit') await this.client.call('submitSelfEvaluation', { params, version, body: {} });
    if (act === 'return')
      await this.client.call('returnSelfEvaluation', { params, version, body: { reason } });
    if (act === 'approve') await this.client.call('approveSelfEvaluation', { params, version, body: {} });
    this.source.reload();
  };
}
