import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SheetGrid, Sheet } from '@yuheng/shared/contract/sheets';
import { monthsOfYear, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { ExportButtons } from '../api/export-buttons';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { ValueStateMark } from '../ui/value-state-mark';
import { summaryOf } from './grid-summary';
import { PATHS } from './sheet-paths';
import { SHEETS_TEXTS } from './sheets-texts';
import { StageMark } from './stage-mark';

type GridCounty = SheetGrid['counties'][number];

/** How far each arrow moves in the grid: rows, columns. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** County × month of one kind of sheet: its stage in each cell, and late or missing beside it. */
@Component({
  selector: 'yh-sheet-grid',
  imports: [RouterLink, TranslocoPipe, DayPipe, EmptyNotice, Page, StageMark, ValueStateMark, ExportButtons],
  templateUrl: './sheet-grid-page.html',
  styleUrl: './sheet-grid-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown)': 'move($event)' },
})
export class SheetGridPage {
  private readonly view = inject(ViewState);
  /** Of the route. */
  readonly kind = input.required<Sheet['kind']>();

  protected readonly editsTemplates = inject(Session).isProgramOfficer;
  protected readonly year = this.view.year;
  protected readonly months = computed(() => monthsOfYear(this.year()));
  protected readonly source = pageSource('listSheets', () => ({
    query: {
      program: this.view.program(),
      kind: this.kind(),
      from: yearMonth(`${this.year()}-01`),
      to: yearMonth(`${this.year()}-12`),
    },
  }));
  protected readonly path = computed(() => PATHS[this.kind()]);
  protected readonly empty = computed(
    () => this.source.value()?.counties.every((county) => county.sheets.length === 0) ?? false,
  );
  protected readonly summary = computed(() => {
    const grid = this.source.value();
    return { year: this.year(), ...(grid ? summaryOf(grid) : {}) };
  });
  protected readonly rows = computed(() =>
    (this.source.value()?.counties ?? []).map((county) => ({ county, cells: this.cellsOf(county) })),
  );
  protected readonly stages = ['notDue', 'open', 'submitted', 'returned', 'approved', 'reopened'] as const;

  constructor() {
    useTexts('sheets', SHEETS_TEXTS);
  }

  private cellsOf({ sheets }: GridCounty) {
    const byMonth = new Map(sheets.map((sheet) => [sheet.month, sheet]));
    return this.months().map((month) => ({ month, sheet: byMonth.get(month) ?? null }));
  }

  /** Arrow keys move from cell to cell; where there is no sheet they stay. */
  protected move(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest('td');
    const [down, right] = ARROWS[event.key] ?? [];
    const row = cell?.parentElement;
    if (!cell || down === undefined || right === undefined || !(row instanceof HTMLTableRowElement)) return;
    const rows = (row.parentElement as HTMLTableSectionElement).rows;
    const target = rows[row.sectionRowIndex + down]?.cells[cell.cellIndex + right]?.querySelector('a');
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}
