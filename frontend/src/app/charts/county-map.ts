import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { DisclosureClass } from '@yuheng/shared/domain/metrics/metric';
import { Language } from '../ui/language';
import { listInWords } from '../ui/list-in-words';
import { useTexts } from '../ui/texts';
import type { Boundary } from './boundary';
import { ChartPanel } from './chart-panel';
import { CHOROPLETH_HEIGHT, choroplethScene } from './choropleth';
import { COUNTY_MAP_TEXTS } from './county-map-texts';
import type { CountyValue } from './county-value';
import { rangesOf, type Range } from './ranges';
import { reading } from './reading';
import type { Scene } from './scene';
import { fitsTiles, tileMapHeight, tileMapScene } from './tile-map';

interface Shown {
  readonly scene: Scene | null;
  readonly height: number;
  readonly caption: string;
  readonly warning: string;
}

/**
 * The counties on a map, coloured by one measure: in the boundaries that the user brought, or else in schematic tiles;
 * where neither can be drawn, the table. Which county is picked is a county's id.
 *
 *     <yh-county-map [heading]="…" [summary]="…" [measure]="…" [values]="…" [boundary]="…" [asOf]="…"
 *       [demonstration]="…" [picked]="focus.county()" (pick)="focus.pick({ county: $event })" />
 */
@Component({
  selector: 'yh-county-map',
  imports: [ChartPanel],
  template: `
    @let map = shown();
    @if (values().length === 0) {
      <h2>{{ heading() }}</h2>
      <p>{{ map.caption }}</p>
    } @else {
      <yh-chart-panel
        [heading]="heading()"
        [summary]="summary()"
        [option]="map.scene ?? {}"
        [table]="table()"
        [height]="map.height"
        [asOf]="asOf()"
        [demonstration]="demonstration()"
        [disclosure]="disclosure()"
        [caption]="map.caption"
        [warning]="map.warning"
        [tableOnly]="map.scene === null"
        [picked]="row()"
        (pick)="choose($event)"
      />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyMap {
  private readonly language = inject(Language);
  private readonly reading = reading();

  readonly heading = input.required<string>();
  /** The map in one sentence computed from its numbers. */
  readonly summary = input.required<string>();
  /** What the values measure, in words, with its unit; it heads the values of the table. */
  readonly measure = input.required<string>();
  readonly values = input.required<readonly CountyValue[]>();
  /** The user's boundaries; without them, tiles. */
  readonly boundary = input<Boundary | null>(null);
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();
  readonly disclosure = input<DisclosureClass>('internal');
  /** How a limit of the legend is printed; the plain number, if not given. */
  readonly limit = input<(value: number) => string>((value) => value.toLocaleString('en-US'));
  readonly picked = input<string | null>(null);
  readonly pick = output<string>();

  protected readonly row = computed(() => this.values().findIndex(({ id }) => id === this.picked()));
  protected readonly table = computed(() => {
    const lights = this.values().some(({ light }) => light !== undefined);
    const word = (key: string) => this.language.text(key);
    return {
      columns: [word('countyMap.county'), this.measure(), ...(lights ? [word('countyMap.light')] : [])],
      rows: this.values().map(({ name, label, light }) => [
        name,
        label,
        ...(lights ? [light ? word(`ui.light.${light}`) : '—'] : []),
      ]),
    };
  });
  protected readonly shown = computed<Shown>(() => this.byBoundary() ?? this.byTiles());

  constructor() {
    useTexts('countyMap', COUNTY_MAP_TEXTS);
  }

  protected choose(row: number): void {
    const county = this.values()[row];
    if (county) this.pick.emit(county.id);
  }

  private painting() {
    const { text } = this.reading();
    const limit = this.limit();
    const known = this.values().flatMap(({ value }) => (value === null ? [] : [value]));
    return {
      counties: this.values(),
      ranges: rangesOf(known),
      range: ({ from, to }: Range) => (from === to ? limit(from) : `${limit(from)}–${limit(to)}`),
      none: text('countyMap.none'),
      light: (light: string) => text(`ui.light.${light}`),
      tips: this.table().rows.map(([name = '', label = '', light]) => [
        name,
        `${this.measure()} ${label}`,
        ...(light === undefined ? [] : [light]),
      ]),
      picked: this.row(),
    };
  }

  private byBoundary(): Shown | null {
    const boundary = this.boundary();
    const known = new Set(boundary?.shapes.map(({ county }) => county));
    if (!boundary || !this.values().some(({ id }) => known.has(id))) return null;
    const { text, look } = this.reading();
    const scene = choroplethScene({ ...this.painting(), boundary }, look);
    if (!scene) return null;
    const missing = this.values().filter(({ id }) => !known.has(id));
    const sentence = listInWords(
      missing.map(({ name }) => name),
      this.language.current(),
    );
    return {
      scene,
      height: CHOROPLETH_HEIGHT,
      caption: [
        text('countyMap.reviewNumber', { number: boundary.reviewNumber.trim() || '—' }),
        ...(missing.length > 0 ? [text('countyMap.noShape', { names: sentence })] : []),
      ].join(' '),
      warning: boundary.reviewNumber.trim() ? '' : text('countyMap.noReviewNumber'),
    };
  }

  private byTiles(): Shown {
    const { text, look } = this.reading();
    const values = this.values();
    const warning = this.boundary() ? text('countyMap.notDrawn') : '';
    if (!fitsTiles(values)) {
      const caption = values.length === 0 ? 'countyMap.nothing' : 'countyMap.tooMany';
      return { scene: null, height: 0, caption: text(caption, { count: values.length }), warning };
    }
    return {
      scene: tileMapScene(this.painting(), look),
      height: tileMapHeight(values),
      caption: text('countyMap.schematic'),
      warning,
    };
  }
}
