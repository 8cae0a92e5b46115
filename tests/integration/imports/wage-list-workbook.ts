import { Workbook, type Worksheet } from '@protobi/exceljs';
import { inventedIdentityNumber } from '../../support/invented-numbers';

type CellValue = string | number | object | null;

export interface WageListGiven {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Lines above the headings. */
  readonly above?: readonly string[];
  /** Whatever else is done to the sheet. */
  readonly then?: (sheet: Worksheet) => void;
}

/** A wage list as a county's clerk keeps it. */
export async function wageListWorkbook({ headings, rows, above = [], then }: WageListGiven): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('工资表');
  for (const line of above) sheet.addRow([line]);
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  then?.(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Nobody's identity numbers, right by their check characters. */
export const identityNumbers = (count: number): string[] =>
  Array.from({ length: count }, inventedIdentityNumber);
