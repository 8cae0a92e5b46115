import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../api/client';
import type { ExplainTarget } from '../api/explain-target';
import { CertificateLink } from '../ui/certificate-link';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { FigureStateMark } from '../ui/figure-state-mark';
import { SaidPipe } from '../ui/said';
import { Arithmetic } from './arithmetic';
import { scoreTable } from './score-lines';

/** One county's score: the table with every indicator, the sum; or, with `leaf`, one indicator down to its records. */
@Component({
  selector: 'yh-score-sheet',
  imports: [TranslocoPipe, CertificateLink, DayPipe, ExplainLink, FigureStateMark, SaidPipe, Arithmetic],
  templateUrl: './score-sheet.html',
  styleUrl: './score-sheet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreSheet {
  readonly explained = input.required<Answer<'explainScore'>>();
  readonly leaf = input<string>();
  /** The way to here, this sheet included: what opens from it leads back to it. */
  readonly trail = input.required<readonly ExplainTarget[]>();

  protected readonly table = computed(() => scoreTable(this.explained()));
  protected readonly one = computed(() => {
    const id = this.leaf();
    const step = id === undefined ? undefined : this.explained().leaves[id];
    const score = this.explained().score.leaves.find((leaf) => leaf.id === id);
    return step && score ? { step, score } : null;
  });
}
