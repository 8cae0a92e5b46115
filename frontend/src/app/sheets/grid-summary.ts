import type { SheetGrid } from '@yuheng/shared/contract/sheets';

/** How many sheets there are, and how they stand; `reported` holds those that came late. */
export interface GridSummary {
  readonly due: number;
  readonly reported: number;
  readonly late: number;
  readonly approved: number;
  readonly missing: number;
  readonly notDue: number;
}

/** Counted from the grid as it is printed. What is not due is not asked yet; a missing sheet is due and empty. */
export function summaryOf({ counties }: Pick<SheetGrid, 'counties'>): GridSummary {
  const sheets = counties.flatMap((county) => county.sheets);
  const among = (...states: string[]) => sheets.filter((sheet) => states.includes(sheet.state)).length;
  const notDue = among('notDue');
  return {
    due: sheets.length - notDue,
    reported: among('reported', 'late'),
    late: among('late'),
    approved: sheets.filter((sheet) => sheet.stage === 'approved').length,
    missing: among('missing'),
    notDue,
  };
}
