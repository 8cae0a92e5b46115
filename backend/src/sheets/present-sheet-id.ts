import type { SheetKey } from './sheet-key';

/** As the trail names it. */
export const sheetId = ({ program, kind, county, month }: SheetKey): string =>
  `${program}/${kind}/${county}/${month}`;
