import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  CountyEvidence,
  ScoringEvidence,
} from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import { leavesThatCount } from '@yuheng/shared/domain/allocation/evidence/own-score';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { DayPipe } from '../../ui/day';
import { ExplainLink } from '../../ui/explain-link';
import { SaidPipe } from '../../ui/said';

/** The finalised marks that the score is made of, each leading to how it came about; what does not count is left grey. */
@Component({
  selector: 'yh-why-score',
  imports: [TranslocoPipe, DayPipe, ExplainLink, SaidPipe],
  template: `
    @if (scoring(); as scoring) {
      <p>
        {{
          'allocation-why.scores.' + scoring.kind
            | transloco: { year: scoring.year, day: (scoring.finalisedOn | day) }
        }}
        @if (score(); as score) {
          {{ 'allocation-why.scores.entered' | transloco }}
          <a [yhExplain]="{ kind: 'score', run: scoring.run, county: county().county }">{{ score }}</a>
        } @else {
          {{ 'allocation-why.scores.unused' | transloco }}
        }
      </p>
      <table class="data stacking" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{{ 'allocation-why.scores.indicator' | transloco }}</th>
            <th scope="col" role="columnheader" class="end">
              {{ 'allocation-why.scores.score' | transloco }}
            </th>
            <th scope="col" role="columnheader" class="end">
              {{ 'allocation-why.scores.marks' | transloco }}
            </th>
            <th scope="col" role="columnheader">{{ 'allocation-why.scores.counts' | transloco }}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (line of lines(); track line.indicator) {
            <tr role="row" [class.out]="!line.counts">
              <th scope="row" role="rowheader">{{ line.name | said }}</th>
              <td role="cell" class="end" [attr.data-label]="'allocation-why.scores.score' | transloco">
                @if (line.score !== null) {
                  <a
                    [yhExplain]="{
                      kind: 'score',
                      run: scoring.run,
                      county: county().county,
                      leaf: line.indicator,
                    }"
                    >{{ line.score }}</a
                  >
                } @else {
                  {{ 'allocation-why.scores.' + line.state | transloco }}
                }
              </td>
              <td role="cell" class="end" [attr.data-label]="'allocation-why.scores.marks' | transloco">
                {{ line.marks }}
              </td>
              <td role="cell" [attr.data-label]="'allocation-why.scores.counts' | transloco">
                {{ (line.counts ? 'allocation-why.scores.yes' : 'allocation-why.scores.no') | transloco }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p>{{ 'allocation-why.scores.none' | transloco }}</p>
    }
  `,
  styles: `
    .out th,
    .out td {
      color: var(--ink-2);
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyScore {
  readonly county = input.required<CountyEvidence>();
  readonly scoring = input.required<ScoringEvidence | null>();
  readonly indicators = input.required<AllocationSettings['indicators']>();
  /** The score that entered; null where performance does not count. */
  readonly score = input.required<string | null>();

  protected readonly lines = computed(() => {
    const scoring = this.scoring();
    if (!scoring) return [];
    const counting = new Set(leavesThatCount(scoring, this.indicators()).map(({ indicator }) => indicator));
    const leaves = new Map(this.county().leaves.map((leaf) => [leaf.indicator, leaf]));
    return scoring.leaves
      .filter(({ marks }) => Number(marks) > 0)
      .map(({ indicator, name, marks }) => {
        const leaf = leaves.get(indicator);
        const state = leaf?.state ?? 'missing';
        return {
          indicator,
          name,
          marks,
          state,
          score: leaf?.score ?? null,
          counts: this.score() !== null && counting.has(indicator) && state === 'scored',
        };
      });
  });
}
