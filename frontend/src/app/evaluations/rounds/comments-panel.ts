import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { RoundComment } from '@yuheng/shared/contract/evaluation-teams';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Language } from '../../ui/language';
import { formatMoment } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** What who organises the round says of marks, and what the evaluators answer; no mark is changed here. */
@Component({
  selector: 'yh-comments-panel',
  imports: [ReactiveFormsModule, TranslocoPipe, ProblemNotice, SaidPipe],
  templateUrl: './comments-panel.html',
  styleUrl: './rounds.css',
  styles: `
    .comments > li {
      padding-block: 8px;
      border-block-end: 1px solid var(--line);
    }
    .comments p {
      margin: 2px 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommentsPanel {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  readonly round = input.required<EvaluationRoundRecord>();
  protected readonly source = pageSource('listRoundComments', () => ({
    params: { round: this.round().id },
  }));
  /** The newest answer of the server, once something was sent. */
  private readonly sent = signal<readonly RoundComment[] | null>(null);
  protected readonly comments = computed(() => this.sent() ?? this.source.value()?.comments ?? []);
  protected readonly attempt = new Attempt();
  protected readonly answering = signal<RoundComment | null>(null);
  protected readonly mayComment = computed(
    () => this.round().mayOrganise && this.round().finalisedOn === null,
  );
  protected readonly form = new FormGroup({
    county: text(),
    indicator: text(),
    kind: new FormControl<'comment' | 'changeRequest'>('comment', { nonNullable: true }),
    text: text(),
  });
  protected readonly answer = new FormGroup({
    answer: text(),
    outcome: new FormControl<'changed' | 'kept'>('kept', { nonNullable: true }),
  });

  protected at(moment: string): string {
    return formatMoment(moment, this.language.current());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const { text: said, ...rest } = this.form.getRawValue();
    if (said.trim().length < 2) return;
    const params = { round: this.round().id };
    const isDone = await this.attempt.run(async () => {
      const body = { ...rest, text: said.trim() };
      this.sent.set((await this.client.call('commentOnIndicator', { params, body })).comments);
    });
    if (!isDone) return;
    this.form.patchValue({ text: '' });
    this.attempt.clear();
  }

  protected open(comment: RoundComment): void {
    this.answer.reset();
    this.answering.set(comment);
  }

  protected async reply(event: Event, { county, indicator, number, kind }: RoundComment): Promise<void> {
    event.preventDefault();
    const { answer, outcome } = this.answer.getRawValue();
    if (answer.trim().length < 2) return;
    const params = { round: this.round().id, county, indicator, number };
    const isDone = await this.attempt.run(async () => {
      const body = { answer: answer.trim(), ...(kind === 'changeRequest' ? { outcome } : {}) };
      this.sent.set((await this.client.call('answerRoundComment', { params, body })).comments);
    });
    if (isDone) this.answering.set(null);
  }
}
