import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { printedStep, type Step } from '@yuheng/shared/domain/apportionment/explaining/sheet-step';

/** One line of arithmetic as it is written on paper: 127 ÷ 12 ≈ 10.58, with = only where it is so to the last digit. */
@Component({
  selector: 'yh-step-sum',
  template: `
    @if (line().expression) {
      <span>{{ line().expression }}</span>
    }
    @if (line().sign) {
      <span> {{ line().sign }} </span>
    }
    @if (line().result) {
      <strong>{{ line().result }}</strong>
    }
  `,
  styles: `
    span {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepSum {
  readonly step = input.required<Pick<Step, 'expression' | 'result'>>();
  protected readonly line = computed(() => printedStep(this.step()));
}
