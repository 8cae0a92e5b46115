import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExplanationStep } from '@yuheng/shared/contract/scoring-runs';
import type { ExplainTarget } from '../api/explain-target';
import { SaidPipe } from '../ui/said';
import { RecordList } from './record-list';

export type ArithmeticStep = Pick<ExplanationStep, 'label' | 'expression' | 'result'> &
  Partial<Pick<ExplanationStep, 'records' | 'children'>>;

type Records = ExplanationStep['records'];

const idsOf = (records: Records | undefined): string => (records ?? []).map((one) => one.id).join(' ');

/** The records that stand below a step in smaller lots than `count`, each lot beside the figure that it gave. */
function finerIds(step: ArithmeticStep, count: number): readonly string[] {
  return (step.children ?? []).flatMap((child) => {
    const own = child.records ?? [];
    return [...(own.length < count ? own.map((one) => one.id) : []), ...finerIds(child, count)];
  });
}

/**
 * The records to show at a step: none where they are those of the step above, or where each stands below beside its
 * own figure. Once is enough.
 */
export function recordsToShow(step: ArithmeticStep, above: ArithmeticStep | undefined): Records {
  const records = step.records ?? [];
  if (idsOf(records) === idsOf(above?.records)) return [];
  const finer = new Set(finerIds(step, records.length));
  return records.length > 1 && records.every((one) => finer.has(one.id)) ? [] : records;
}

/** Arithmetic line by line, as it would be written on paper; steps below a step stand below it. */
@Component({
  selector: 'yh-arithmetic',
  imports: [SaidPipe, RecordList],
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li [class.line]="line.isLine">
          <p class="label">{{ line.step.label | said }}</p>
          @if (line.step.expression || line.step.result) {
            <p class="sum figures">
              @if (line.step.expression) {
                <span>{{ line.step.expression }}</span>
              }
              @if (line.step.expression && line.step.result) {
                <span aria-hidden="true"> = </span>
              }
              @if (line.step.result) {
                <strong>{{ line.step.result }}</strong>
              }
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
    /* A figure that is not computed stands behind its name, and its record behind it, as in a list. */
    li.line {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      align-items: baseline;
      padding-block: 5px;
    }
    li.line > .label {
      flex: 1 1 12em;
    }
    li.line > .sum {
      margin: 0;
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
  protected readonly lines = computed(() =>
    this.steps().map((step) => ({
      step,
      own: recordsToShow(step, this.above()),
      /** One figure and at most one record: a line of a list. */
      isLine: !(step.expression && step.result) && !step.children?.length,
    })),
  );
}
