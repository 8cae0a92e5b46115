import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { County } from '@yuheng/shared/contract/counties';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { SaidPipe } from '../ui/said';
import { lostChart } from './county-charts';
import { CountyOpinions } from './county-opinions';
import { profileChart } from './profile-chart';
import { ProfileTable } from './profile-table';

/**
 * A finalised result: grade, total, where the marks were reached beside the city and counties in like conditions, where
 * they were lost, each one click from its arithmetic, and what the county said to the draft.
 */
@Component({
  selector: 'yh-county-evaluation',
  imports: [TranslocoPipe, ChartPanel, DayPipe, ExplainLink, SaidPipe, CountyOpinions, ProfileTable],
  templateUrl: './county-evaluation.html',
  styleUrl: './county-evaluation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyEvaluation {
  readonly county = input.required<string>();
  readonly name = input.required<string>();
  readonly result = input.required<NonNullable<County['result']>>();
  readonly beside = input.required<County['beside']>();
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();
  private readonly reading = reading();
  protected readonly profile = computed(() => {
    const beside = this.beside();
    return beside && profileChart(this.result(), beside, this.reading());
  });
  protected readonly lost = computed(() => lostChart(this.result(), this.reading()));
}
