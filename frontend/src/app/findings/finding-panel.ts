import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FindingDetail } from '@yuheng/shared/contract/findings';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { DayPipe } from '../ui/day';
import { ProblemNotice } from '../ui/problem-notice';
import { SaidPipe } from '../ui/said';
import { HistoryList } from './history-list';
import { WordsForm, type Written } from './words-form';

/** One finding with its history, and what its reader may do about it. */
@Component({
  selector: 'yh-finding',
  imports: [TranslocoPipe, DayPipe, HistoryList, ProblemNotice, SaidPipe, WordsForm],
  templateUrl: './finding-panel.html',
  styleUrl: './panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingPanel {
  private readonly client = inject(Client);
  readonly finding = input.required<FindingDetail>();
  /** Something was done about it, by this reader or meanwhile by another one. */
  readonly changed = output();
  protected readonly attempt = new Attempt();
  /** As the server answered the last act, until the page has read it anew. */
  protected readonly current = linkedSignal(() => this.finding());

  protected rectify({ text, evidence }: Written): Promise<void> {
    const { id, version } = this.current();
    return this.act(() =>
      this.client.call('rectifyFinding', { params: { finding: id }, version, body: { text, evidence } }),
    );
  }

  protected recheck({ text, choice }: Written): Promise<void> {
    const { id, version } = this.current();
    const passed = choice === 'findings.pass';
    return this.act(() =>
      this.client.call('recheckFinding', { params: { finding: id }, version, body: { passed, text } }),
    );
  }

  private async act(call: () => Promise<FindingDetail>): Promise<void> {
    const isDone = await this.attempt.run(async () => this.current.set(await call()));
    if (isDone) this.attempt.clear();
    if (isDone || this.attempt.problem()?.kind === 'conflict') this.changed.emit();
  }
}
