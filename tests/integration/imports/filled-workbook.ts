import { Workbook } from '@protobi/exceljs';

/** A downloaded workbook with some cells of its table as somebody wrote them. */
export async function filledWorkbook(
  bytes: Buffer,
  cells: Readonly<Record<string, string | number | object | null>>,
): Promise<Buffer> {
  const workbook = await opened(bytes);
  const [table] = workbook.worksheets;
  for (const [address, value] of Object.entries(cells)) {
    const cell = table?.getCell(address);
    if (cell) cell.value = value as never;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

/** Some cell of the hidden sheet changed, as by somebody who moves a workbook to another month. */
export async function tamperedWorkbook(bytes: Buffer, address: string, value: string): Promise<Buffer> {
  const workbook = await opened(bytes);
  const hidden = workbook.getWorksheet('玉衡校验');
  if (hidden) hidden.getCell(address).value = value;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
