import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DisclosureClass } from '@yuheng/shared/domain/metrics/metric';
import { Language } from '../ui/language';
import { LightMark, type Light } from '../ui/light-mark';
import { toCsv, type ChartTable } from './chart-table';
import { fileNameOf, mayLeave, notesOf } from './leaving';
import { saveFile } from './save-file';

export interface MarkedCell {
  /** The figure as printed, or the word for why there is none. */
  readonly label: string;
  /** Length of the bar in the cell, 0 to 1; null for none, which is not 0. */
  readonly share: number | null;
  readonly light?: Light;
  readonly approved: boolean;
}

/** Rows by columns, such as counties by indicators. */
export interface Marked {
  /** The words over the row names. */
  readonly corner: string;
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    /** Small words under the name, such as the unit. */
    readonly note?: string;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    /** One for each column; null where the figure does not exist. */
    readonly cells: readonly (MarkedCell | null)[];
  }[];
}

const ROWS = 200;
type Place = readonly [row: number, column: number];

/** The twin of a marked table: what is exported. A light is said by its word beside its figure. */
export const toChartTable = (
  { corner, columns, rows }: Marked,
  words: { readonly light: (light: Light) => string; readonly unapproved: string },
): ChartTable => ({
  columns: [corner, ...columns.map(({ name, note }) => (note ? `${name}（${note}）` : name))],
  rows: rows.map(({ name, cells }) => [
    name,
    ...cells.map((cell) =>
      cell === null
        ? '—'
        : [
            cell.label,
            ...(cell.light ? [words.light(cell.light)] : []),
            ...(cell.approved ? [] : [words.unapproved]),
          ].join(' '),
    ),
  ]),
});

/**
 * A table whose cells can be compared at a glance: the figure, a bar as long as it is, a light with its word. A row, a
 * column or a cell can be picked; arrow keys walk over all of them, so that a table of hundreds is one stop of the Tab key.
 */
@Component({
  selector: 'yh-marked-table',
  imports: [TranslocoPipe, LightMark],
  templateUrl: './marked-table.html',
  styleUrl: './marked-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'walk($event)' },
})
export class MarkedTable {
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly heading = input.required<string>();
  readonly summary = input.required<string>();
  readonly table = input.required<Marked>();
  readonly asOf = input.required<string>();
  readonly demonstration = input.required<boolean>();
  readonly disclosure = input<DisclosureClass>('internal');
  /** Ids of the picked row and column; null for none. */
  readonly pickedRow = input<string | null>(null);
  readonly pickedColumn = input<string | null>(null);
  readonly pickRow = output<string>();
  readonly pickColumn = output<string>();
  readonly pickCell = output<{ readonly row: string; readonly column: string }>();

  protected readonly more = ROWS;
  protected readonly most = signal(ROWS);
  protected readonly rows = computed(() => this.table().rows.slice(0, this.most()));
  protected readonly mayLeave = computed(() => mayLeave(this.disclosure()));
  protected readonly hasUnapproved = computed(() =>
    this.rows().some(({ cells }) => cells.some((cell) => cell !== null && !cell.approved)),
  );
  /** Where the Tab key comes in; -1 is the headings. */
  protected readonly at = signal<Place>([-1, 0]);

  protected isAt(row: number, column: number): boolean {
    return this.at()[0] === row && this.at()[1] === column;
  }

  protected isFaded(row: string, column: string): boolean {
    const [pickedRow, pickedColumn] = [this.pickedRow(), this.pickedColumn()];
    return (pickedRow !== null && pickedRow !== row) || (pickedColumn !== null && pickedColumn !== column);
  }

  protected languageOf(text: string): string | null {
    return this.language.current() === 'en' && /[\u3400-\u9fff]/.test(text) ? 'zh-CN' : null;
  }

  protected walk(event: KeyboardEvent): void {
    const [row, column] = this.at();
    const [lastRow, lastColumn] = [this.rows().length - 1, this.table().columns.length - 1];
    const next: Readonly<Record<string, Place>> = {
      ArrowRight: [row, Math.min(lastColumn, column + 1)],
      ArrowLeft: [row, Math.max(row < 0 ? 0 : -1, column - 1)],
      ArrowDown: [Math.min(lastRow, row + 1), column],
      ArrowUp: [Math.max(column < 0 ? 0 : -1, row - 1), column],
      Home: [row, row < 0 ? 0 : -1],
      End: [row, lastColumn],
    };
    const place = next[event.key];
    const inTable = event.target instanceof Element && event.target.closest('table') !== null;
    if (!place || !inTable) return;
    event.preventDefault();
    this.at.set(place);
    this.host.querySelector<HTMLElement>(`[data-place="${place.join('/')}"]`)?.focus();
  }

  protected saveTable(): void {
    const leaving = {
      heading: this.heading(),
      asOf: this.asOf(),
      demonstration: this.demonstration(),
      disclosure: this.disclosure(),
      caption: '',
      warning: '',
    };
    const table = toChartTable(this.table(), {
      light: (light) => this.language.text(`ui.light.${light}`),
      unapproved: this.language.text('ui.figureState.provisional'),
    });
    saveFile(
      new Blob([toCsv(table, notesOf(leaving, this.language))], { type: 'text/csv;charset=utf-8' }),
      `${fileNameOf(leaving, this.language)}.csv`,
    );
  }
}
