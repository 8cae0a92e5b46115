import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { CityMap, type PlacedCounty } from '../charts/city-map';
import { MeasureChoice, measureOf } from '../charts/measure-choice';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { FigureCell } from '../ui/figure-cell';
import { Language } from '../ui/language';
import { LightMark } from '../ui/light-mark';
import { Page } from '../ui/page';
import { percentInWords } from '../ui/percent';
import { SaidPipe } from '../ui/said';

type Row = Overview['counties'][number];
const MEASURES = ['wages', 'onPost', 'receipt', 'inspection', 'rectification'] as const;

/** The counties of a city: where each stands on the map by the measure that is chosen, and the same in a table. */
@Component({
  selector: 'yh-city-counties',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    CityMap,
    DataTable,
    EmptyNotice,
    FigureCell,
    LightMark,
    MeasureChoice,
    Page,
    SaidPipe,
  ],
  template: `
    <yh-page title="countyList.title" question="countyList.question" [source]="source" skeletonHeight="720px">
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p class="headline">{{ data.headline | said }}</p>
            <yh-measure-choice
              [label]="'countyList.measure' | transloco"
              [measures]="measures()"
              [measure]="measure()"
            />
            <div class="both">
              <yh-city-map
                [heading]="name()"
                [summary]="summary()"
                [measure]="name()"
                [counties]="values()"
                [asOf]="data.asOf"
                [demonstration]="data.demonstration"
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
  private readonly focus = inject(PageFocus);
  private readonly language = inject(Language);
  protected readonly source = pageSource('readOverview', () => ({ query: this.view.selection() }));
  protected readonly measures = computed(() =>
    MEASURES.map((id) => ({ id, name: this.language.text(`countyList.measures.${id}`) })),
  );
  protected readonly measure = computed(() => measureOf(this.view, MEASURES, 'wages'));
  protected readonly name = computed(() => this.language.text(`countyList.measures.${this.measure()}`));

  private readonly counties = computed<readonly Row[]>(() => this.source.value()?.counties ?? []);
  /** What is picked on the map stands alone in the table. */
  protected readonly rows = computed(() => {
    const picked = this.counties().filter(({ id }) => id === this.focus.county());
    return picked.length > 0 ? picked : this.counties();
  });
  protected readonly values = computed<readonly PlacedCounty[]>(() =>
    this.counties().map((row) => {
      const { rate, light } = row[this.measure()];
      return {
        ...{ id: row.id, name: row.name, light, tile: row.tile },
        value: rate === null ? null : Number(rate),
        label: percentInWords(rate),
      };
    }),
  );
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

  protected pick(county: string): void {
    const query = new URLSearchParams(
      Object.entries(this.view.selection()).map(([key, value]): [string, string] => [key, String(value)]),
    );
    void this.focus.pick({ county }, `/counties/${county}?${query}`);
  }
}
