import type { Workbook } from '@protobi/exceljs';

/** An empty workbook. The library is loaded when it is first needed: a start does not wait for its fifth of a second. */
export async function newWorkbook(): Promise<Workbook> {
  const { Workbook } = await import('@protobi/exceljs');
  return new Workbook();
}
