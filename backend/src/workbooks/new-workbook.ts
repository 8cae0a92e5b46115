import type { Workbook } from '@protobi/exceljs';

/**
 * An empty workbook. The library is loaded when it is first needed: a start does not wait for its fifth of a second. Its
 * names stand under `default` alone, because Node does not see them in a module of CommonJS that makes them one by one.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: library } = await import('@protobi/exceljs');
  return new library.Workbook();
}
