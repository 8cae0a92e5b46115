import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { CountyMap } from '../charts/county-map';
import type { CountyValue } from '../charts/county-value';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { FigureCell } from '../ui/figure-cell';
import { Language } from '../ui/language';
import { LightMark } from '../ui/light-mark';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';

type Row = Overview['counties'][number];
const MEASURES = ['wages', 'onPost', 'receipt', 'inspection', 'rectification'] as const;
type Measure = (typeof MEASURES)[number];

/** The counties of a city: where each stands on the map by the measure that is chosen, and the same in a table. */
@Component({
  selector: 'yh-city-counties',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    CountyMap,
    DataTable,
    EmptyNotice,
    FigureCell,
    LightMark,
    Page,
    SaidPipe,
  ],
  template: `
    <yh-page title="countyList.title" question="countyList.question" [source]="source" skeletonHeight="720px">
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p class="headline">{{ data.headline | said }}</p>
            <label class="measure screen-only">
              <span>{{ 'countyList.measure' | transloco }}</span>
              <select (change)="choose($event)">
                @for (one of measures; track one) {
                  <option [value]="one" [selected]="one === measure()">
                    {{ 'countyList.measures.' + one | transloco }}
                  </option>
                }
              </select>
            </label>
            <div class="both">
              <yh-county-map
                [heading]="name()"
                [summary]="summary()"
                [measure]="name()"
                [values]="values()"
                [limit]="percent"
                [asOf]="data.asOf"
                [demonstration]="data.demonstration"
                [picked]="focus.county()"
                (pick)="pick($event)"
              />
              <yh-table [columns]="columns()" [rows]="rows()" [caption]="name()" [rowKey]="idOf">
                <ng-template yhCell="name" [yhCellOf]="rows()" let-row>
                  <a [routerLink]="['/counties', row.id]" [queryParams]="view.selection()" lang="zh-CN">{{
                    row.name
                  }}</a>
                  @if (row.posts !== null) {
                    <small>{{ 'countyList.posts' | transloco: { count: row.posts } }}</small>
                  }
                </ng-template>
                <ng-template yhCell="figure" [yhCellOf]="rows()" let-row>
                  <yh-figure-cell [cell]="row[measure()]" [money]="measure() === 'receipt'" />
                </ng-template>
                <ng-template yhCell="light" [yhCellOf]="rows()" let-row>
                  <yh-light [light]="row.light" />
                </ng-template>
              </yh-table>
            </div>
          </section>
        } @else {
          <yh-empty>{{ 'countyList.empty' | transloco }}</yh-empty>
        }
      }
    </yh-page>
  `,
  styles: `
    .headline {
      font-size: 1.0625rem;
    }
    .measure {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      margin-block-end: 10px;
    }
    .both {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 18px;
      align-items: start;
    }
    small {
      display: block;
      color: var(--ink-2);
    }
    @media (min-width: 1100px) {
      .both {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityCounties {
  protected readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  private readonly language = inject(Language);
  protected readonly source = pageSource('readOverview', () => ({ query: this.view.selection() }));
  protected readonly measures = MEASURES;
  protected readonly measure = computed<Measure>(
    () => MEASURES.find((one) => one === this.view.query().get('measure')) ?? 'wages',
  );
  protected readonly name = computed(() => this.language.text(`countyList.measures.${this.measure()}`));

  private readonly counties = computed<readonly Row[]>(() => this.source.value()?.counties ?? []);
  /** What is picked on the map stands alone in the table. */
  protected readonly rows = computed(() => {
    const picked = this.counties().filter(({ id }) => id === this.focus.county());
    return picked.length > 0 ? picked : this.counties();
  });
  protected readonly values = computed<readonly CountyValue[]>(() =>
    this.counties().map((row, place) => {
      const { rate, light } = row[this.measure()];
      return {
        ...{ id: row.id, name: row.name, light },
        // Places without a tile of their own share none: the map then gives way to its table.
        tile: row.tile ?? { row: 0, column: this.hasTiles() ? place : 0 },
        value: rate === null ? null : Number(rate),
        label: rate === null ? '—' : `${rate}%`,
      };
    }),
  );
  private readonly hasTiles = computed(() => this.counties().some(({ tile }) => tile !== null));
  protected readonly summary = computed(() => {
    const light = (wanted: string): number =>
      this.counties().filter((row) => row[this.measure()].light === wanted).length;
    return this.language.text('countyList.summary', {
      name: this.name(),
      normal: light('normal'),
      attention: light('attention'),
      warning: light('warning'),
    });
  });
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const heading = (id: string) => this.language.text(`countyList.column.${id}`);
    return [
      { id: 'name', heading: heading('name') },
      {
        id: 'figure',
        heading: this.name(),
        order: (row) => {
          const { rate } = row[this.measure()];
          return rate === null ? null : Number(rate);
        },
      },
      { id: 'light', heading: heading('light') },
    ];
  });
  protected readonly idOf = (row: Row): string => row.id;
  protected readonly percent = (value: number): string => `${value}%`;

  protected choose(event: Event): void {
    void this.view.change({ measure: (event.target as HTMLSelectElement).value }, true);
  }

  protected pick(county: string): void {
    const query = new URLSearchParams(
      Object.entries(this.view.selection()).map(([key, value]): [string, string] => [key, String(value)]),
    );
    void this.focus.pick({ county }, `/counties/${county}?${query}`);
  }
}
