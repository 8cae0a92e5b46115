import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import { ViewState } from '../api/view-state';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { ExplainLink } from '../ui/explain-link';
import { formatMoney } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { printChange } from './allocation-charts';

type Row = AllocationRun['counties'][number];

const sumOf = (rows: readonly Row[], key: 'lastPart' | 'lastFen' | 'part' | 'fen' | 'change'): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

/** Runs of the first engine examined nothing: they stand below every share. */
const heldOf = (row: Row): number => Number(row.certainty?.heldPercent ?? -1);

/** The split in force beside the computed one, with the reason; the last line adds up exactly. */
@Component({
  selector: 'yh-allocation-rows',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, ExplainLink, SaidPipe],
  template: `
    @let rows = run().counties;
    <yh-table
      [columns]="columns()"
      [rows]="rows"
      [caption]="'allocations.table.caption' | transloco: { label: (run().label | said), unit: unit() }"
    >
      <ng-template yhCell="county" [yhCellOf]="rows" let-row>
        <a
          [routerLink]="['/counties', row.county]"
          [queryParams]="{ program: run().program, year: run().lastYear.year }"
          >{{ row.name }}</a
        >
      </ng-template>
      <ng-template yhCell="change" [yhCellOf]="rows" let-row>
        <strong [class.same]="row.change === 0">{{ print(row.change) }}</strong>
      </ng-template>
      <ng-template yhCell="score" [yhCellOf]="rows" let-row>
        @if (row.score !== null && run().scoringRun; as scoringRun) {
          <a [yhExplain]="{ kind: 'score', run: scoringRun, county: row.county }">{{ row.score }}</a>
        } @else {
          {{ row.score ?? '—' }}
        }
      </ng-template>
      <ng-template yhCell="certainty" [yhCellOf]="rows" let-row>
        @if (row.certainty; as certainty) {
          {{ certainty.word | said }}
          <small class="held">{{ certainty.heldPercent }}%</small>
        } @else {
          —
        }
      </ng-template>
      <ng-template yhCell="reason" [yhCellOf]="rows" let-row>
        {{ row.reason | said }}
        <a class="screen-only" [yhExplain]="{ kind: 'part', run: run().id, county: row.county }">{{
          'allocations.table.explain' | transloco
        }}</a>
      </ng-template>
    </yh-table>
  `,
  styles: `
    a {
      white-space: nowrap;
    }
    th a {
      white-space: normal;
    }
    .held {
      display: block;
    }
    .same {
      color: var(--ink-2);
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllocationRows {
  protected readonly view = inject(ViewState);
  readonly run = input.required<AllocationRun>();
  private readonly reading = reading();
  protected readonly print = printChange;
  protected readonly unit = computed(() => this.reading().text(`ui.unit.${this.reading().unit}`));

  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const { text, unit } = this.reading();
    const { counties: rows, lastYear } = this.run();
    const heading = (id: string, values?: Record<string, number>) => text(`allocations.table.${id}`, values);
    const money = (fen: number) => formatMoney(fen, unit);
    return [
      { id: 'county', heading: heading('county'), footer: heading('total') },
      {
        id: 'last',
        heading: heading('last', { year: lastYear.year }),
        end: true,
        text: (row) => String(row.lastPart),
        order: (row) => row.lastPart,
        footer: String(sumOf(rows, 'lastPart')),
      },
      {
        id: 'lastAmount',
        heading: heading('lastAmount'),
        end: true,
        text: (row) => money(row.lastFen),
        footer: money(sumOf(rows, 'lastFen')),
      },
      {
        id: 'part',
        heading: heading('part'),
        end: true,
        text: (row) => String(row.part),
        order: (row) => row.part,
        footer: String(sumOf(rows, 'part')),
      },
      {
        id: 'amount',
        heading: heading('amount'),
        end: true,
        text: (row) => money(row.fen),
        footer: money(sumOf(rows, 'fen')),
      },
      {
        id: 'change',
        heading: heading('change'),
        end: true,
        order: (row) => row.change,
        footer: printChange(sumOf(rows, 'change')),
      },
      { id: 'floor', heading: heading('floor'), end: true, text: (row) => String(row.floor), footer: '' },
      { id: 'score', heading: heading('score'), end: true, footer: '' },
      { id: 'certainty', heading: heading('certainty'), order: heldOf, footer: '' },
      { id: 'reason', heading: heading('reason'), wide: true, footer: '' },
    ];
  });
}
