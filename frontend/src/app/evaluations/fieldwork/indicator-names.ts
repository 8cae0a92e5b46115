import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyFieldwork } from '@yuheng/shared/contract/fieldwork-papers';
import { SaidPipe } from '../../ui/said';

/** The indicator that something is of, by its name. */
@Component({
  selector: 'yh-indicator',
  imports: [SaidPipe, TranslocoPipe],
  template: `<small>
    {{ 'fieldwork.indicator' | transloco }}：
    @if (name(); as name) {
      {{ name | said }}
    } @else {
      {{ of() }}
    }
  </small>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IndicatorNames {
  readonly of = input.required<string>();
  readonly all = input.required<CountyFieldwork['indicators']>();
  protected readonly name = computed(() => this.all().find(({ id }) => id === this.of())?.name ?? null);
}
