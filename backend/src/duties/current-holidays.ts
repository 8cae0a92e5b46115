import type { HolidayTable } from '@yuheng/shared/domain/period/working-days';
import { bundledHolidays } from './bundled-holidays';
import type { LoadedTable } from './holiday-tables.repository';

/** A table with the version under which it is changed; 0: as it comes with the program. */
export type VersionedTable = HolidayTable & { readonly version: number; readonly loadedBy: string | null };

/** One table a year: the one that was loaded, or else the one that comes with the program. */
export function currentHolidays(loaded: readonly LoadedTable[]): readonly VersionedTable[] {
  const bundled = bundledHolidays()
    .filter(({ year }) => !loaded.some((one) => one.year === year))
    .map((table) => ({ ...table, version: 0, loadedBy: null }));
  return [...bundled, ...loaded].sort((a, b) => a.year - b.year);
}
