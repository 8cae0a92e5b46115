import { isYearMonth, type YearMonth } from '../period/year-month';

/** What names a finding or a doubt: its county, program and month, and the item or the doubt within them. */
export interface RecordOfMonth {
  readonly program: string;
  readonly county: string;
  readonly month: YearMonth;
  readonly item: string;
}

const PARTS = /^([a-z]{1,40})\.([a-z-]{1,40})\.(\d{4}-\d{2})\.([A-Za-z0-9-]{1,60})$/;

/** One text for an address: "assistants.hongta.2025-03.filing". */
export const recordId = ({ program, county, month, item }: RecordOfMonth): string =>
  `${program}.${county}.${month}.${item}`;

/** Reads such a text; null for any other. */
export function readRecordId(text: string): RecordOfMonth | null {
  const [, program = '', county = '', month = '', item = ''] = PARTS.exec(text) ?? [];
  return isYearMonth(month) ? { program, county, month, item } : null;
}
