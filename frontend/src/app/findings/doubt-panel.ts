import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Doubt } from '@yuheng/shared/contract/findings';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { DayPipe } from '../ui/day';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { ConversionForm, type Conversion } from './conversion-form';
import { HistoryList } from './history-list';
import { WordsForm, type Written } from './words-form';

/** One doubt (疑点（待核实）) with its history, and what its reader may do about it. */
@Component({
  selector: 'yh-doubt',
  imports: [TranslocoPipe, ConversionForm, DayPipe, HistoryList, ProblemNotice, SaidPipe, WordsForm],
  templateUrl: './doubt-panel.html',
  styleUrl: './panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoubtPanel {
  private readonly client = inject(Client);
  readonly doubt = input.required<Doubt>();
  /** The day of the figures, on which a finding would begin. */
  readonly asOf = input.required<string>();
  /** Something was done about it, by this reader or meanwhile by another one. */
  readonly changed = output();
  /** It became this finding. */
  readonly converted = output<string>();
  protected readonly explaining = new Attempt();
  protected readonly accepting = new Attempt();
  protected readonly converting = new Attempt();

  protected explain({ text, evidence }: Written): Promise<void> {
    return this.act(this.explaining, () =>
      this.client.call('explainDoubt', { ...this.named(), body: { text, evidence } }),
    );
  }

  protected accept({ text }: Written): Promise<void> {
    return this.act(this.accepting, () =>
      this.client.call('acceptDoubt', { ...this.named(), body: text ? { text } : {} }),
    );
  }

  protected convert(body: Conversion): Promise<void> {
    return this.act(this.converting, async () =>
      this.converted.emit((await this.client.call('convertDoubt', { ...this.named(), body })).id),
    );
  }

  private named(): { params: { doubt: string }; version: number } {
    return { params: { doubt: this.doubt().id }, version: this.doubt().version };
  }

  private async act(attempt: Attempt, work: () => Promise<unknown>): Promise<void> {
    const isDone = await attempt.run(work);
    if (isDone) attempt.clear();
    if (isDone || attempt.problem()?.kind === 'conflict') this.changed.emit();
  }
}
