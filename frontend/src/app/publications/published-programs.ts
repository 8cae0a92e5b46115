import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReadText } from '@yuheng/shared/contract/publications';
import { ViewState } from '../api/view-state';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatMoney } from '../ui/money';
import { LineLink } from './line-link';

type Program = ReadText['programs'][number];
type Amount = Program['amounts'][number];

/** Amounts in 元 whatever the reader chose, because they stand beside what the text prints. */
const yuan = (fen: number): string => formatMoney(fen, '元');

/** What an official text says of each project: total, bases, units, plan, results, and every amount with its line. */
@Component({
  selector: 'yh-published-programs',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, LineLink],
  templateUrl: './published-programs.html',
  styleUrl: './published-programs.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishedPrograms {
  protected readonly view = inject(ViewState);
  readonly read = input.required<ReadText>();
  /** A preview shows no lines to go to: its text does not stand beside it. */
  readonly linked = input(true);
  private readonly reading = reading();
  protected readonly yuan = yuan;

  protected readonly tables = computed(() =>
    this.read().programs.map((program) => ({ program, columns: this.columnsOf(program) })),
  );

  private columnsOf(program: Program): readonly Column<Amount>[] {
    const { text } = this.reading();
    const heading = (id: string) => text(`publications.program.${id}`);
    const posts = program.amounts.reduce((sum, one) => sum + (one.posts ?? 0), 0);
    return [
      { id: 'county', heading: heading('county'), footer: heading('total') },
      {
        id: 'printed',
        heading: heading('printed'),
        chinese: true,
        text: (row) => `${row.nameAsPrinted} ${row.numeralAsPrinted}${row.unit}`,
        footer: '',
      },
      {
        id: 'amount',
        heading: heading('amount'),
        end: true,
        text: (row) => yuan(row.fen),
        footer: yuan(program.totalFen),
      },
      ...(program.amounts.some((one) => one.posts !== null)
        ? [
            {
              id: 'posts',
              heading: heading('posts'),
              end: true,
              text: (row: Amount) => String(row.posts ?? '—'),
              footer: String(posts),
            },
          ]
        : []),
      ...(this.linked() ? [{ id: 'source', heading: heading('source'), footer: '' }] : []),
    ];
  }
}
