import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ExplanationStep } from '@yuheng/shared/contract/scoring-runs';
import { SaidPipe } from '../../ui/said';

/** How a computed score comes about, line by line; what stands below a line stands below it here. */
@Component({
  selector: 'yh-score-steps',
  imports: [SaidPipe],
  template: `
    <ol>
      @for (step of steps(); track $index) {
        <li>
          {{ step.label | said }}
          @if (step.expression || step.result) {
            <span class="figures"
              >{{ step.expression }}{{ step.expression && step.result ? ' = ' : '' }}{{ step.result }}</span
            >
          }
          @if (step.children.length > 0) {
            <yh-score-steps [steps]="step.children" />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding-inline-start: 16px;
      font-size: 0.875rem;
      list-style: none;
    }
    .figures {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScoreSteps {
  readonly steps = input.required<readonly ExplanationStep[]>();
}
