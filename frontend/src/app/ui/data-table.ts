import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  Directive,
  inject,
  input,
  TemplateRef,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';

export interface Column<Row> {
  /** Named in the address when the reader sorts by it. */
  readonly id: string;
  /** The words above the column, already in the reader's language. */
  readonly heading: string;
  /** Figures stand at the right edge. */
  readonly end?: boolean;
  /** On a phone the cell takes the whole width of its row's card. */
  readonly wide?: boolean;
  /** Never broken over two lines, such as a date. */
  readonly tight?: boolean;
  /** Wording of documents and people, which stays Chinese whatever language the page is read in. */
  readonly chinese?: boolean;
  /** The cell's text; a column with an `<ng-template yhCell="id">` needs none. */
  readonly text?: (row: Row) => string;
  /** Makes the column sortable. Rows without a value (null) stand last in either direction. */
  readonly order?: (row: Row) => number | string | null;
  readonly footer?: string;
}

/** How one column's cells look: `<ng-template yhCell="wages" [yhCellOf]="rows" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[yhCell]' })
export class Cell<Row> {
  readonly column = input.required<string>({ alias: 'yhCell' });
  /** Only tells the template what type a row has. */
  readonly of = input<readonly Row[]>([], { alias: 'yhCellOf' });
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_: Cell<Row>, _context: unknown): _context is { $implicit: Row } {
    return true;
  }
}

interface Sorting {
  readonly id: string;
  readonly descending: boolean;
}

const readSorting = (text: string | null): Sorting | null => {
  const [id, direction] = (text ?? '').split('.');
  return id ? { id, descending: direction === 'desc' } : null;
};

/** Rows by a column; equal rows keep the official order, and rows without a value stand last. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row>, descending: boolean): Row[] {
  const order = column.order ?? (() => null);
  const sign = descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [order(left), order(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}

/**
 * A table in official order until the reader sorts; the sorting is in the address (`?sort=wages.desc`). The first
 * column heads its row. On a phone a row becomes a card.
 */
@Component({
  selector: 'yh-table',
  imports: [NgTemplateOutlet, TranslocoPipe],
  templateUrl: './data-table.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTable<Row extends object> {
  private readonly view = inject(ViewState);
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly caption = input('');
  /** The query key that holds the sorting; a page with two tables names two. */
  readonly sortKey = input('sort');
  /** What a row is known by where its figures change under it: the row stays, and with it the focus inside. */
  readonly rowKey = input<(row: Row) => unknown>((row) => row);
  private readonly cells = contentChildren<Cell<Row>>(Cell);

  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.column(), cell.template])),
  );
  protected readonly sorting = computed(() => readSorting(this.view.query().get(this.sortKey())));
  protected readonly sortedBy = computed(() =>
    this.columns().find((one) => one.order && one.id === this.sorting()?.id),
  );
  protected readonly sorted = computed(() => {
    const column = this.sortedBy();
    return column ? sortRows(this.rows(), column, this.sorting()?.descending ?? false) : this.rows();
  });
  protected readonly hasFooter = computed(() => this.columns().some((one) => one.footer !== undefined));

  protected direction(column: Column<Row>): 'ascending' | 'descending' | null {
    if (column !== this.sortedBy()) return null;
    return this.sorting()?.descending ? 'descending' : 'ascending';
  }

  /** First the lowest, which is what needs looking at; then the highest; then the official order again. */
  protected sort(column: Column<Row>): void {
    const now = this.direction(column);
    const next = now === null ? column.id : now === 'ascending' ? `${column.id}.desc` : null;
    void this.view.change({ [this.sortKey()]: next }, true);
  }

  protected official(): void {
    void this.view.change({ [this.sortKey()]: null }, true);
  }
}
