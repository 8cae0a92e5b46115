import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Overview } from '@yuheng/shared/contract/overview';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { FigureCell } from '../ui/figure-cell';
import { Language } from '../ui/language';
import { LightMark, type Light } from '../ui/light-mark';
import { SaidPipe } from '../ui/said';

type Row = Overview['counties'][number];
const CELLS = ['receipt', 'onPost', 'wages', 'inspection', 'rectification'] as const;
/** Sorting by light puts what needs looking at first. */
const URGENCY: Readonly<Record<Light, number>> = { warning: 0, attention: 1, normal: 2, none: 3 };

/** The counties in one table: 到位 · 在岗 · 工资 · 督查 · 整改 · light, with the reasons of the light. */
@Component({
  selector: 'yh-county-rows',
  imports: [RouterLink, TranslocoPipe, DataTable, Cell, FigureCell, LightMark, SaidPipe],
  template: `
    <yh-table
      [columns]="columns()"
      [rows]="rows()"
      [caption]="rows().length > 1 ? ('overview.countiesCaption' | transloco) : ''"
    >
      <ng-template yhCell="county" [yhCellOf]="rows()" let-row>
        <a [routerLink]="['/counties', row.id]" [queryParams]="view.selection()">{{ row.name }}</a>
        @if (row.posts !== null) {
          <small class="posts">{{
            (row.splitYear === null || row.splitYear === year() ? 'overview.posts' : 'overview.postsCarried')
              | transloco: { posts: row.posts }
          }}</small>
        }
      </ng-template>
      @for (id of cells; track id) {
        <ng-template [yhCell]="id" [yhCellOf]="rows()" let-row
          ><yh-figure-cell [cell]="row[id]" [money]="id === 'receipt'"
        /></ng-template>
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
  protected readonly view = inject(ViewState);
  readonly rows = input.required<readonly Row[]>();
  readonly year = input.required<number>();
  protected readonly cells = CELLS;
  protected readonly columns = computed<Column<Row>[]>(() => {
    const heading = (id: string) => this.language.text(`overview.column.${id}`);
    const many = this.rows().length > 1;
    const rate = (id: (typeof CELLS)[number]) => (row: Row) =>
      row[id].rate === null ? null : Number(row[id].rate);
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
}
