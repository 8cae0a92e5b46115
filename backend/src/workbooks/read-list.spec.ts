import { Workbook, type Worksheet } from '@protobi/exceljs';
import { cellText } from './cell-text';
import { readLists, type ListSheet } from './read-list';

const listOf = async (
  fill: (sheet: Worksheet, workbook: Workbook) => void,
): Promise<[ListSheet, Workbook]> => {
  const workbook = new Workbook();
  fill(workbook.addWorksheet('工资表'), workbook);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  const outcome = readLists(bytes);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  const again = new Workbook();
  await again.xlsx.load(bytes as never);
  return [outcome.value[0] as ListSheet, again];
};

describe('a list in a workbook', () => {
  it('says cell by cell what a parser of whole workbooks reads', async () => {
    const [list, workbook] = await listOf((sheet) => {
      sheet.addRow(['姓名', '市级补助', '日期', 'a & b <c>', true, '', '尾']);
      sheet.addRow([
        { richText: [{ text: '张' }, { text: '三' }] },
        1234.5600000000002,
        new Date('2026-03-31'),
        0.1 + 0.2,
        false,
      ]);
      sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('B4').value = 45717;
      sheet.getCell('B4').numFmt = '#,##0.00';
      sheet.getCell('C4').value = '  2026-03-31\n';
      sheet.getCell('AB5').value = { text: '网址', hyperlink: 'https://example.org' };
    });
    const table = workbook.worksheets[0];
    for (let row = 1; row <= 5; row++) {
      for (let column = 1; column <= 28; column++) {
        const read = list.rows[row - 1]?.[column - 1] ?? { text: '' };
        expect([row, column, read]).toEqual([row, column, table && cellText(table.getCell(row, column))]);
      }
    }
    expect(list.rows[1]?.[2]).toEqual({ text: '2026-03-31' });
    expect(list.rows[3]?.[1]).toEqual({ text: '45717' });
  });

  it('refuses formulas and errors with their address, and nothing else of the list', async () => {
    const [list] = await listOf((sheet) => {
      sheet.getCell('B2').value = { formula: 'SUM(A1:A9)', result: 7 };
      sheet.getCell('C3').value = { error: '#DIV/0!' };
      sheet.getCell('D3').value = 7;
    });
    expect(list.rows[1]?.[1]?.trouble?.zh).toContain('单元格 B2 是公式');
    expect(list.rows[2]?.[2]?.trouble?.zh).toContain('单元格 C3 是错误值 #DIV/0!');
    expect(list.rows[2]?.[3]).toEqual({ text: '7' });
  });

  it('says of merged cells what the first of them does, and which that is', async () => {
    const [list] = await listOf((sheet) => {
      sheet.getCell('B2').value = '红塔区';
      sheet.mergeCells('B2:C3');
    });
    expect(list.rows[1]?.[1]).toEqual({ text: '红塔区' });
    expect(list.rows[2]?.[2]).toEqual({ text: '红塔区', mergedFrom: 'B2' });
  });

  it('leaves hidden sheets out', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['x']);
    workbook.addWorksheet('三月').addRow(['y']);
    const outcome = readLists(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(outcome).toMatchObject({ ok: true, value: [{ name: '三月', rows: [[{ text: 'y' }]] }] });
  });
});
