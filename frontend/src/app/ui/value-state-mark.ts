import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type * as z from 'zod';
import type { valueState } from '@yuheng/shared/contract/values';

export type ValueState = z.infer<typeof valueState>;

/** The five states of a value, each with its own shape, colour and word: a missing figure never looks like a zero. */
@Component({
  selector: 'yh-value-state',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-state]="state()">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @switch (state()) {
          @case ('reported') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('notApplicable') {
            <path d="M1.5 6h9" stroke="currentColor" stroke-width="2" />
          }
          @case ('late') {
            <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
          }
          @case ('missing') {
            <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="2" />
          }
          @case ('notDue') {
            <circle
              cx="6"
              cy="6"
              r="4.5"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-dasharray="2 2"
            />
          }
        }
      </svg>
      <span>{{ 'ui.valueState.' + state() | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueStateMark {
  readonly state = input.required<ValueState>();
}
