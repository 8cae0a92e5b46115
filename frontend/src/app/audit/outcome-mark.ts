import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Outcome } from './audit-query';

const LIGHTS = { done: 'normal', refused: 'attention', failed: 'warning' } as const;

/** 已完成 / 被拒绝 / 出错未完成: circle, triangle, square, each with its word. */
@Component({
  selector: 'yh-outcome',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-light]="light()">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @switch (outcome()) {
          @case ('done') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('refused') {
            <path d="M6 .8l5.6 10.4H.4z" fill="currentColor" />
          }
          @case ('failed') {
            <rect x="1" y="1" width="10" height="10" fill="currentColor" />
          }
        }
      </svg>
      <span>{{ 'audit.outcome.' + outcome() | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomeMark {
  readonly outcome = input.required<Outcome>();
  protected readonly light = computed(() => LIGHTS[this.outcome()]);
}
