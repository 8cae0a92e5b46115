import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SaveState } from '../api/save-queue';

/** Whether what was typed is kept: tick, dots, broken line, two arrows, cross; the word always stands with it. */
@Component({
  selector: 'yh-save-state',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-save]="look()">
      <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
        @switch (look()) {
          @case ('saved') {
            <path d="M1.5 6.5l3 3 6-7" />
          }
          @case ('saving') {
            <path d="M2 6h.1M6 6h.1M10 6h.1" stroke-width="2.4" stroke-linecap="round" />
          }
          @case ('offline') {
            <path d="M1 6h3M8 6h3M5 3l2 6" />
          }
          @case ('conflict') {
            <path d="M1 3.5h8M7 1.5l2 2-2 2M11 8.5H3M5 6.5l-2 2 2 2" />
          }
          @case ('refused') {
            <path d="M2 2l8 8M10 2l-8 8" />
          }
          @case ('incomplete') {
            <circle cx="6" cy="6" r="4.5" stroke-dasharray="2 2" />
          }
        }
      </svg>
      <span>{{ 'ui.save.' + look() | transloco }}</span>
    </span>
  `,
  styles: `
    [data-save='saved'] {
      color: var(--normal);
    }
    [data-save='saving'] {
      color: var(--quiet);
    }
    [data-save='offline'],
    [data-save='incomplete'] {
      color: var(--attention);
    }
    [data-save='conflict'],
    [data-save='refused'] {
      color: var(--warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveMark {
  readonly state = input.required<SaveState>();
  /** Waiting for a pause in the typing is no state of its own to the reader. */
  protected readonly look = computed(() => (this.state() === 'waiting' ? 'saving' : this.state()));
}
