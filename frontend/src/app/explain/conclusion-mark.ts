import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** 合格 / 不合格 / 不适用 / 未检查: tick, cross, dash, dots; the word always stands with it. */
@Component({
  selector: 'yh-conclusion',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-state]="look()">
      <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
        @switch (conclusion()) {
          @case ('pass') {
            <path d="M1.5 6.5l3 3 6-7" />
          }
          @case ('fail') {
            <path d="M2 2l8 8M10 2l-8 8" />
          }
          @case ('notApplicable') {
            <path d="M1.5 6h9" />
          }
          @default {
            <circle cx="6" cy="6" r="4.5" stroke-width="1.5" stroke-dasharray="2 2" />
          }
        }
      </svg>
      <span>{{ 'explain.sheet.conclusions.' + (conclusion() ?? 'open') | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConclusionMark {
  readonly conclusion = input.required<'pass' | 'fail' | 'notApplicable' | null>();
  protected readonly look = computed(() => {
    const looks = { pass: 'reported', fail: 'missing', notApplicable: 'notApplicable', open: 'notDue' };
    return looks[this.conclusion() ?? 'open'];
  });
}
