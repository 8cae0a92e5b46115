import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../../api/client';

/** How much of each kind is pending; what it is stays closed to administrators. */
@Component({
  selector: 'yh-pending-counts',
  imports: [TranslocoPipe],
  template: `
    @if (there().length > 0) {
      <dl>
        @for (one of there(); track one.kind) {
          <dt>{{ 'accounts.handOver.kinds.' + one.kind | transloco }}</dt>
          <dd class="number">{{ 'accounts.handOver.countOf' | transloco: { count: one.count } }}</dd>
        }
      </dl>
    } @else {
      <p>{{ 'accounts.handOver.noPending' | transloco }}</p>
    }
  `,
  styleUrl: '../form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PendingCounts {
  readonly pending = input.required<Answer<'readPending'>['pending']>();
  protected readonly there = computed(() => this.pending().filter(({ count }) => count > 0));
}
