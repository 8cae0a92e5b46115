import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MethodChange } from '@yuheng/shared/domain/scoring/method-diff/method-change';
import { summariseChanges } from '@yuheng/shared/domain/scoring/method-diff/summarise-changes';
import { SaidPipe } from '../ui/said';

/** What a method changes of the version that it was made from: one sentence of all, then one each. */
@Component({
  selector: 'yh-method-changes',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @if (changes(); as all) {
      <p class="headline">{{ summary() | said }}</p>
      <ul>
        @for (change of all; track $index) {
          <li>{{ change.sentence | said }}</li>
        }
      </ul>
    } @else {
      <p>{{ 'methods.changes.fromNothing' | transloco }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodChanges {
  readonly changes = input.required<readonly MethodChange[] | null>();
  protected readonly summary = computed(() => summariseChanges(this.changes() ?? []));
}
