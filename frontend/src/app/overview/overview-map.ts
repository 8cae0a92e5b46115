import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { PageFocus } from '../api/page-focus';
import { ViewState } from '../api/view-state';
import { CountyMap } from '../charts/county-map';
import { Language } from '../ui/language';

/** Places without tiles of their own stand three in a row, in official order. */
const inRows = (index: number) => ({ row: Math.floor(index / 3), column: index % 3 });

const MEASURES = ['receipt', 'onPost', 'wages', 'inspection', 'rectification'] as const;

/** The counties on a map, coloured by one of the columns of their table; the measure is in the address. */
@Component({
  selector: 'yh-overview-map',
  imports: [TranslocoPipe, CountyMap],
  template: `
    <p class="screen-only">
      <label>
        {{ 'overview.map.measure' | transloco }}
        <select [value]="measure()" (change)="choose($event)">
          @for (one of measures; track one) {
            <option [value]="one" [selected]="one === measure()">
              {{ 'overview.column.' + one | transloco }}
            </option>
          }
        </select>
      </label>
    </p>
    <yh-county-map
      [heading]="'overview.map.title' | transloco"
      [summary]="summary()"
      [measure]="name()"
      [values]="values()"
      [limit]="percent"
      [asOf]="data().asOf"
      [demonstration]="data().demonstration"
      [picked]="focus.county()"
      (pick)="pick($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewMap {
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  readonly data = input.required<Overview>();
  protected readonly measures = MEASURES;
  protected readonly percent = (value: number): string => `${value.toFixed(2)}%`;

  protected readonly measure = computed(
    () => MEASURES.find((one) => one === this.view.query().get('measure')) ?? 'receipt',
  );
  protected readonly name = computed(() => this.language.text(`overview.column.${this.measure()}`));
  protected readonly values = computed(() =>
    this.data().counties.map((county, index) => {
      const { rate, state, light } = county[this.measure()];
      return {
        ...{ id: county.id, name: county.name, tile: county.tile ?? inRows(index) },
        value: rate === null ? null : Number(rate),
        label: rate === null ? this.language.text(`ui.valueState.${state}`) : `${rate}%`,
        ...(light === 'none' ? {} : { light }),
      };
    }),
  );
  protected readonly summary = computed(() => {
    const count = (light: string) => this.values().filter((one) => one.light === light).length;
    return this.language.text('overview.map.summary', {
      measure: this.name(),
      known: this.values().filter(({ value }) => value !== null).length,
      normal: count('normal'),
      attention: count('attention'),
      warning: count('warning'),
    });
  });

  protected choose(event: Event): void {
    void this.view.change({ measure: (event.target as HTMLSelectElement).value }, true);
  }

  protected pick(county: string): void {
    const page = this.router.createUrlTree(['/counties', county], { queryParams: this.view.selection() });
    void this.focus.pick({ county }, page.toString());
  }
}
