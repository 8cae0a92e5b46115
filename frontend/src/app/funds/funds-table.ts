import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Funds } from '@yuheng/shared/contract/funds';
import { ViewState } from '../api/view-state';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { DayPipe } from '../ui/day';
import { LightMark } from '../ui/light-mark';
import { formatMoney, MoneyPipe } from '../ui/money';
import { percentInWords } from '../ui/percent';
import { SaidPipe } from '../ui/said';
import { ValueStateMark } from '../ui/value-state-mark';

type Row = Funds['counties'][number];

/** A link of the chain that no money has reached: not due rather than zero. */
export const isReached = (link: { readonly fen: number; readonly on: string | null }): boolean =>
  link.fen !== 0 || link.on !== null;

/** The money county by county: each link with its day, days against the clock, advances, filings. */
@Component({
  selector: 'yh-funds-table',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    DataTable,
    DayPipe,
    LightMark,
    MoneyPipe,
    SaidPipe,
    ValueStateMark,
  ],
  templateUrl: './funds-table.html',
  styleUrl: './funds-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FundsTable {
  protected readonly view = inject(ViewState);
  readonly data = input.required<Funds>();
  /** A county is picked for the whole page; else its name leads to its own. */
  readonly pickable = input(false);
  readonly pick = output<string>();
  private readonly reading = reading();
  protected readonly isReached = isReached;
  protected readonly links = ['issued', 'received', 'passedOn'] as const;
  protected readonly unit = computed(() => this.reading().text(`ui.unit.${this.reading().unit}`));

  protected readonly caption = computed(() => {
    const { splitYear: year, year: own } = this.data();
    const kind = year === null || year === own ? 'caption' : 'carried';
    return this.reading().text(`funds.table.${kind}`, {
      unit: this.unit(),
      ...(year === null ? {} : { year }),
    });
  });

  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const { text, unit } = this.reading();
    const { total, counties } = this.data();
    const heading = (id: string) => text(`funds.table.${id}`);
    const money = (fen: number | null) => formatMoney(fen, unit);
    const hasPosts = counties.some((row) => row.posts !== null);
    const posts = counties.reduce((sum, row) => sum + (row.posts ?? 0), 0);
    const link = (id: 'issued' | 'received' | 'passedOn', fen: number): Column<Row> => ({
      id,
      heading: heading(id),
      end: true,
      order: (row) => (isReached(row[id]) ? row[id].fen : null),
      footer: fen > 0 ? money(fen) : text('funds.chain.notDue'),
    });
    return [
      { id: 'county', heading: heading('county'), footer: heading('total') },
      ...(hasPosts
        ? [
            {
              id: 'posts',
              heading: heading('posts'),
              end: true,
              text: (row: Row) => String(row.posts ?? '—'),
              order: (row: Row) => row.posts,
              footer: String(posts),
            },
          ]
        : []),
      {
        id: 'budget',
        heading: heading('budget'),
        end: true,
        text: (row) => money(row.budgetFen),
        order: (row) => row.budgetFen,
        footer: total.budgetFen > 0 ? money(total.budgetFen) : '—',
      },
      link('issued', total.issuedFen),
      link('received', total.receivedFen),
      link('passedOn', total.passedOnFen),
      {
        id: 'spent',
        heading: heading('spent'),
        end: true,
        order: (row) => (row.clockState === 'notDue' && row.spentFen === 0 ? null : row.spentFen),
        footer: total.spentFen > 0 ? money(total.spentFen) : text('funds.chain.notDue'),
      },
      {
        id: 'rate',
        heading: heading('rate'),
        end: true,
        text: (row) => percentInWords(row.executionRate),
        order: (row) => (row.executionRate === null ? null : Number(row.executionRate)),
        footer: '',
      },
      {
        id: 'advanced',
        heading: heading('advanced'),
        end: true,
        wide: true,
        order: (row) => row.advancedFen,
        footer: total.advancedFen > 0 ? money(total.advancedFen) : '—',
      },
      { id: 'filings', heading: heading('filings'), end: true, footer: '' },
      ...(counties.some((row) => row.reconciliation)
        ? [{ id: 'reconciliation', heading: text('funds.reconciliation.title'), footer: '' }]
        : []),
      { id: 'light', heading: heading('light'), footer: '' },
    ];
  });
}
