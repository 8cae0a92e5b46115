import type { HolidayTable } from '@yuheng/shared/domain/period/working-days';
import { readFileSync } from 'node:fs';
import { dataFile } from '../installation/data-file';

let tables: readonly HolidayTable[] | undefined;

/** The holiday tables that come with the program, from data/holidays.json; read once. */
export function bundledHolidays(): readonly HolidayTable[] {
  tables ??= JSON.parse(readFileSync(dataFile('holidays.json'), 'utf8')) as readonly HolidayTable[];
  return tables;
}
