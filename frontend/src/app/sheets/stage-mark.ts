import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';

/** The six stages of a sheet, each with its own shape and word; colour only repeats what they say. */
@Component({
  selector: 'yh-stage',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-stage]="stage()">
      <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
        @switch (stage()) {
          @case ('notDue') {
            <circle cx="6" cy="6" r="4.5" stroke-dasharray="2 2" />
          }
          @case ('open') {
            <rect x="1.5" y="1.5" width="9" height="9" />
          }
          @case ('submitted') {
            <path d="M6 11V2M2 6l4-4 4 4" />
          }
          @case ('returned') {
            <path d="M4.5 1.5L1.5 4.5l3 3M1.5 4.5h6a3 3 0 0 1 0 6h-3" />
          }
          @case ('approved') {
            <path d="M1.5 6.5l3 3 6-7" />
          }
          @case ('reopened') {
            <path d="M1.5 5.5h9v5h-9zM3.5 5.5V4a2.5 2.5 0 0 1 4.8-1" />
          }
        }
      </svg>
      <span>{{ 'ui.stage.' + stage() | transloco }}</span>
    </span>
  `,
  styles: `
    [data-stage='notDue'] {
      color: var(--quiet);
    }
    [data-stage='open'] {
      color: var(--ink);
    }
    [data-stage='submitted'] {
      color: var(--accent-ink);
    }
    [data-stage='returned'],
    [data-stage='reopened'] {
      color: var(--attention);
    }
    [data-stage='approved'] {
      color: var(--normal);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StageMark {
  readonly stage = input.required<Sheet['stage']>();
}
