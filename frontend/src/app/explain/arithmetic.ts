import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExplanationStep } from '@yuheng/shared/contract/scoring-runs';
import type { ExplainTarget } from '../api/explain-target';
import { SaidPipe } from '../ui/said';
import { RecordList } from './record-list';

export type ArithmeticStep = Pick<ExplanationStep, 'label' | 'expression' | 'result'> &
  Partial<Pick<ExplanationStep, 'records' | 'children'>>;

const idsOf = (step: ArithmeticStep): string => (step.records ?? []).map((one) => one.id).join(' ');

/** Steps whose records are those of the step above are shown without them: once is enough. */
const withOwnRecords = (steps: readonly ArithmeticStep[], above: string) =>
  steps.map((step) => ({
    step,
    own: idsOf(step) !== '' && idsOf(step) !== above ? (step.records ?? []) : [],
  }));

/** Arithmetic line by line, as it would be written on paper; steps below a step stand below it. */
@Component({
  selector: 'yh-arithmetic',
  imports: [SaidPipe, RecordList],
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li [class.plain]="!line.step.expression">
          <p class="label">{{ line.step.label | said }}</p>
          @if (line.step.expression || line.step.result) {
            <p class="sum figures">
              @if (line.step.expression) {
                <span>{{ line.step.expression }}</span>
                <span aria-hidden="true"> = </span>
              }
              <strong>{{ line.step.result }}</strong>
            </p>
          }
          @if (line.own.length > 0) {
            <yh-records [records]="line.own" [trail]="trail()" [year]="year()" />
          }
          @if (line.step.children?.length) {
            <yh-arithmetic
              [steps]="line.step.children ?? []"
              [trail]="trail()"
              [year]="year()"
              [above]="line.step"
            />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 8px 0;
      border-block-start: 1px solid var(--line);
    }
    li li {
      padding-inline-start: 14px;
    }
    /* A figure that is not computed stands behind its name, as in a list. */
    li.plain {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      justify-content: space-between;
    }
    li.plain > yh-records,
    li.plain > yh-arithmetic {
      flex: 1 0 100%;
    }
    .label {
      margin: 0;
    }
    .sum {
      margin: 2px 0 0;
      overflow-wrap: anywhere;
      font-size: 1rem;
    }
    .sum span {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Arithmetic {
  readonly steps = input.required<readonly ArithmeticStep[]>();
  readonly trail = input.required<readonly ExplainTarget[]>();
  readonly year = input.required<number>();
  readonly above = input<ArithmeticStep>();
  protected readonly lines = computed(() => {
    const above = this.above();
    return withOwnRecords(this.steps(), above ? idsOf(above) : '');
  });
}
