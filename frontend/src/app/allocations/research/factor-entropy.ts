import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import {
  evaluatedYearOf,
  evidenceWindow,
  windowFigure,
} from '@yuheng/shared/domain/allocation/evidence/window-figures';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { FACTOR_NAMES } from '@yuheng/shared/domain/allocation/settings/factor-names';
import { apportion } from '@yuheng/shared/domain/apportionment/apportion';
import { parseDecimal, rational } from '@yuheng/shared/domain/numbers/rational';
import { entropy } from '@yuheng/shared/domain/weighting/entropy';
import { SaidPipe } from '../../ui/said';

/** The workload factors: posts in force are no workload, and weigh nothing here. */
const FACTORS = ['justiceOffices', 'supervised', 'resettled', 'assessments'] as const;

/** What the differences between the counties would weigh the workload factors by (熵权法). It advises, nothing more. */
@Component({
  selector: 'yh-factor-entropy',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    <p class="aside">{{ 'allocation-research.advisers.entropy' | transloco }}</p>
    @let found = weights();
    @if (found.ok) {
      <ul>
        @for (one of found.value; track one.factor) {
          <li>
            {{ names[one.factor] | said }} <strong class="number">{{ one.weight }}</strong>
          </li>
        }
        <li>{{ 'allocation-research.advisers.sum' | transloco }} <strong class="number">1.00</strong></li>
      </ul>
    } @else {
      @for (refusal of found.refusals; track $index) {
        <p>{{ refusal.detail | said }}</p>
      }
    }
  `,
  styles: `
    .aside {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
    ul {
      margin: 0 0 8px;
      padding-inline-start: 1.2em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactorEntropy {
  readonly evidence = input.required<AllocationEvidence>();
  readonly window = input.required<AllocationSettings['window']>();
  protected readonly names = FACTOR_NAMES;

  protected readonly weights = computed(() => factorWeights(this.evidence(), this.window()));
}

/**
 * A weight of two decimals for each factor, which sum to 1.00: rounded each by itself they may not. Hundredths go by
 * largest remainder. Refused as the window figures or the entropy are.
 */
export function factorWeights(evidence: AllocationEvidence, settings: AllocationSettings['window']) {
  const window = evidenceWindow(evaluatedYearOf(evidence), settings);
  const rows = evidence.counties.map((county, index) =>
    FACTORS.map((factor) => windowFigure(factor, { county, window, at: `/evidence/counties/${index}` })),
  );
  const missing = rows.flat().filter((figure) => 'detail' in figure);
  if (missing.length > 0) return { ok: false, refusals: missing.slice(0, 1) } as const;
  const matrix = rows.map((row) => row.flatMap((figure) => ('exact' in figure ? [figure.exact] : [])));
  const found = entropy({ matrix, directions: FACTORS.map(() => 'max' as const), normalise: 'min-max' });
  if (!found.ok) return found;
  const hundredths = hundredthsOf(found.value.weights);
  if (!hundredths.ok) return hundredths;
  return {
    ok: true,
    value: FACTORS.map((factor, index) => ({
      factor,
      weight: ((hundredths.value.parts[index] ?? 0) / 100).toFixed(2),
    })),
  } as const;
}

/** Whole hundredths, 100 together; the weights are rounded to twelve decimals as the entropy tells them. */
export const hundredthsOf = (weights: readonly number[]) =>
  apportion({
    total: 100n,
    weights: weights.map((weight) => parseDecimal(weight.toFixed(12)) ?? rational(0)),
    method: 'hamilton',
  });
