import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { PageFocus } from '../api/page-focus';
import { ViewState } from '../api/view-state';
import { CityMap } from '../charts/city-map';
import { MeasureChoice, measureOf } from '../charts/measure-choice';
import { Language } from '../ui/language';
import { percentInWords } from '../ui/percent';

const MEASURES = ['receipt', 'onPost', 'wages', 'inspection', 'rectification'] as const;

/** The counties on a map, coloured by one of the columns of their table; the measure is in the address. */
@Component({
  selector: 'yh-overview-map',
  imports: [TranslocoPipe, CityMap, MeasureChoice],
  template: `
    <yh-measure-choice
      [label]="'overview.map.measure' | transloco"
      [measures]="measures()"
      [measure]="measure()"
    />
    <yh-city-map
      [heading]="'overview.map.title' | transloco"
      [summary]="summary()"
      [measure]="name()"
      [counties]="values()"
      [asOf]="data().asOf"
      [demonstration]="data().demonstration"
      (pick)="pick($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewMap {
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  private readonly focus = inject(PageFocus);
  readonly data = input.required<Overview>();
  protected readonly measures = computed(() =>
    MEASURES.map((id) => ({ id, name: this.language.text(`overview.column.${id}`) })),
  );
  protected readonly measure = computed(() => measureOf(this.view, MEASURES, 'receipt'));
  protected readonly name = computed(() => this.language.text(`overview.column.${this.measure()}`));
  protected readonly values = computed(() =>
    this.data().counties.map((county) => {
      const { id, name, tile } = county;
      const { rate, state, light } = county[this.measure()];
      return {
        ...{ id, name, tile },
        value: rate === null ? null : Number(rate),
        label: rate === null ? this.language.text(`ui.valueState.${state}`) : percentInWords(rate),
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

  protected pick(county: string): void {
    const page = this.router.createUrlTree(['/counties', county], { queryParams: this.view.selection() });
    void this.focus.pick({ county }, page.toString());
  }
}
