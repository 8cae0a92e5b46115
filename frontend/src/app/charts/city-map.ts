import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { PageFocus } from '../api/page-focus';
import { percentInWords } from '../ui/percent';
import { CountyMap } from './county-map';
import type { CountyValue } from './county-value';

/** What a city's map says of a county; a place without a tile of its own is given one. */
export type PlacedCounty = Omit<CountyValue, 'tile'> & { readonly tile: CountyValue['tile'] | null };

/** Places without tiles of their own stand three in a row, in official order. */
const inRows = (index: number) => ({ row: Math.floor(index / 3), column: index % 3 });

const percent = (value: number): string => percentInWords(value.toFixed(2));

/** The counties of the city that is worked for, coloured by a rate in percent; what is picked is the page's focus. */
@Component({
  selector: 'yh-city-map',
  imports: [CountyMap],
  template: `
    <yh-county-map
      [heading]="heading()"
      [summary]="summary()"
      [measure]="measure()"
      [values]="values()"
      [limit]="percent"
      [asOf]="asOf()"
      [demonstration]="demonstration()"
      [picked]="focus.county()"
      (pick)="pick.emit($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityMap {
  protected readonly focus = inject(PageFocus);
  readonly heading = input.required<string>();
  readonly summary = input.required<string>();
  readonly measure = input.required<string>();
  readonly counties = input.required<readonly PlacedCounty[]>();
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();
  /** A county's id. */
  readonly pick = output<string>();
  protected readonly percent = percent;
  protected readonly values = computed<readonly CountyValue[]>(() =>
    this.counties().map((county, index) => ({ ...county, tile: county.tile ?? inRows(index) })),
  );
}
