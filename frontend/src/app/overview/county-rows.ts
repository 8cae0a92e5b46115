import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { FigureCell } from '../ui/figure-cell';
import { Language } from '../ui/language';
import { LightMark, type Light } from '../ui/light-mark';
import { formatDay } from '../ui/day';
import { PickCounty } from '../ui/pick-county';
import { SaidPipe } from '../ui/said';

type Row = Overview['counties'][number];
const CELLS = ['receipt', 'onPost', 'wages', 'inspection', 'rectification'] as const;
type CellId = (typeof CELLS)[number];
/** What is gathered by month; money received and findings are of the year. */
const OF_MONTH: Readonly<Partial<Record<CellId, Exclude<keyof Row['trend'][number], 'month' | 'approved'>>>> =
  {
    onPost: 'onPostRate',
    wages: 'wageTimeliness',
    inspection: 'inspectionPassRate',
  };
/** Sorting by light puts what needs looking at first. */
const URGENCY: Readonly<Record<Light, number>> = { warning: 0, attention: 1, normal: 2, none: 3 };

/** The counties in one table: 到位 · 在岗 · 工资 · 督查 · 整改 · light, with the reasons of the light. */
@Component({
  selector: 'yh-county-rows',
  imports: [TranslocoPipe, DataTable, Cell, FigureCell, LightMark, PickCounty, SaidPipe],
  template: `
    <yh-table [columns]="columns()" [rows]="rows()" [caption]="caption()" [rowKey]="idOf">
      <ng-template yhCell="county" [yhCellOf]="rows()" let-row>
        <yh-pick-county [county]="row.id" [name]="row.name" [drillTo]="pageOf(row.id)" />
        @if (row.posts !== null) {
          <small class="posts">{{
            (row.splitYear === null || row.splitYear === year() ? 'overview.posts' : 'overview.postsCarried')
              | transloco: { posts: row.posts }
          }}</small>
        }
      </ng-template>
      @for (id of cells; track id) {
        <ng-template [yhCell]="id" [yhCellOf]="rows()" let-row>
          @let rate = rateOf(row, id);
          @if (rate === undefined) {
            <yh-figure-cell [cell]="row[id]" [money]="id === 'receipt'" />
          } @else {
            <span class="figures">{{ rate === null ? '—' : rate + '%' }}</span>
          }
        </ng-template>
      }
      <ng-template yhCell="light" [yhCellOf]="rows()" let-row>
        <yh-light [light]="row.light" />
        @for (reason of row.reasons; track $index) {
          <small class="reason">{{ reason | said }}</small>
        }
      </ng-template>
    </yh-table>
  `,
  styles: `
    .posts,
    .reason {
      display: block;
      font-weight: 400;
    }
    .reason {
      max-inline-size: 34em;
    }
    @media print {
      .posts {
        display: none;
      }
    }
    @media screen and (max-width: 760px) {
      .posts {
        display: inline;
        margin-inline-start: 4px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyRows {
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  readonly rows = input.required<readonly Row[]>();
  readonly year = input.required<number>();
  /** A picked month, YYYY-MM: what is gathered by month is shown of that month alone. */
  readonly month = input<string | null>(null);
  protected readonly cells = CELLS;
  protected readonly idOf = (row: Row): string => row.id;
  protected readonly caption = computed(() => {
    const month = this.month();
    if (month) {
      const shown = formatDay(month, this.language.current());
      return this.language.text('overview.monthShown', { month: shown });
    }
    return this.rows().length > 1 ? this.language.text('overview.countiesCaption') : '';
  });
  protected readonly columns = computed<Column<Row>[]>(() => {
    const heading = (id: string) => this.language.text(`overview.column.${id}`);
    const many = this.rows().length > 1;
    const rate = (id: CellId) => (row: Row) => {
      const ofMonth = this.rateOf(row, id);
      const shown = ofMonth === undefined ? row[id].rate : ofMonth;
      return shown === null ? null : Number(shown);
    };
    return [
      { id: 'county', heading: heading('county') },
      ...CELLS.map((id) => ({ id, heading: heading(id), ...(many ? { order: rate(id) } : {}) })),
      {
        id: 'light',
        wide: true,
        heading: heading('light'),
        ...(many ? { order: (row: Row) => URGENCY[row.light] } : {}),
      },
    ];
  });

  /** The rate of the picked month; null where nothing was handed in, undefined where the year so far is shown. */
  protected rateOf(row: Row, id: CellId): string | null | undefined {
    const month = this.month();
    const key = OF_MONTH[id];
    if (!month || !key) return undefined;
    return row.trend.find((one) => one.month === month)?.[key] ?? null;
  }

  protected pageOf(county: string): string {
    return this.router
      .createUrlTree(['/counties', county], { queryParams: this.view.selection() })
      .toString();
  }
}
