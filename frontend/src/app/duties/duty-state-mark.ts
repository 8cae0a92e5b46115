import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../api/client';

export type DutyState = Answer<'listDuties'>['duties'][number]['state'];

/** The state of a duty by shape, colour and word. */
@Component({
  selector: 'yh-duty-state',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-duty]="state()">
      <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">
        @switch (state()) {
          @case ('done') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('late') {
            <circle cx="6" cy="6" r="4.5" />
            <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
          }
          @case ('overdue') {
            <path d="M2 2l8 8M10 2l-8 8" stroke-width="2" />
          }
          @case ('dueSoon') {
            <path d="M6 1.5l5 9H1z" />
          }
          @case ('asked') {
            <path d="M6 1v6M6 9v2" stroke-width="2" />
          }
          @case ('notYet') {
            <circle cx="6" cy="6" r="4.5" stroke-dasharray="2 2" />
          }
          @case ('reminder') {
            <path d="M1.5 6h9" stroke-width="2" />
          }
        }
      </svg>
      <span>{{ 'duties.state.' + state() | transloco }}</span>
    </span>
  `,
  styles: `
    .mark[data-duty='done'] {
      color: var(--normal);
    }
    .mark[data-duty='late'],
    .mark[data-duty='dueSoon'],
    .mark[data-duty='asked'] {
      color: var(--attention);
    }
    .mark[data-duty='overdue'] {
      color: var(--warning);
    }
    .mark[data-duty='notYet'],
    .mark[data-duty='reminder'] {
      color: var(--quiet);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyStateMark {
  readonly state = input.required<DutyState>();
}
