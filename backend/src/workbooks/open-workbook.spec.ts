import { Workbook } from '@protobi/exceljs';
import { openWorkbook, type OpenedWorkbook } from './open-workbook';
import { zipEntries } from './zip-entries';
import { zipOf } from './zip-of';

const zipOfTexts = (files: Readonly<Record<string, string | Buffer>>): Buffer =>
  zipOf(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]));

const SHEET = (inner: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`;
const WORKBOOK = (inner = ''): string =>
  `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${inner}</workbook>`;
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': WORKBOOK(),
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': SHEET('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'),
};

const opened = async (bytes: Buffer): Promise<OpenedWorkbook> => {
  const outcome = await openWorkbook(bytes);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  return outcome.value;
};
const why = async (bytes: Buffer): Promise<string> => JSON.stringify(await openWorkbook(bytes));
const made = async (fill: (workbook: Workbook) => void): Promise<Buffer> => {
  const workbook = new Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

describe('a workbook that somebody sent', () => {
  it('is opened where it is a plain one', async () => {
    expect((await opened(zipOfTexts(PARTS))).sheets[0]?.at(1, 1)).toEqual({ text: '7' });
  });

  it.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
    ['a program in it', { 'xl/vbaProject.bin': 'x' }, '含有宏'],
    ['an old macro sheet', { 'xl/macrosheets/sheet1.xml': '<x/>' }, '含有宏'],
    [
      'the type of a workbook with macros',
      {
        '[Content_Types].xml':
          '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
      },
      '含有宏',
    ],
    ['data of another file', { 'xl/externalLinks/externalLink1.xml': '<x/>' }, '引用了其他文件'],
    [
      'a merge of a whole sheet',
      {
        'xl/worksheets/sheet1.xml': SHEET(
          '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      },
      '合并单元格过多',
    ],
    [
      'a merge off the sheet',
      {
        'xl/worksheets/sheet1.xml': SHEET(
          '<sheetData/><mergeCells><mergeCell ref="A1:ZZZ9999999"/></mergeCells>',
        ),
      },
      '合并单元格过多',
    ],
    [
      'a name for a whole sheet',
      {
        'xl/workbook.xml': WORKBOOK(
          '<definedNames><definedName name="x">表!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
      },
      '超过 40 万个',
    ],
    [
      'more cells than any list has',
      { '/xl/worksheets/sheet2.xml': SHEET(`<sheetData>${'<c/>'.repeat(400_001)}</sheetData>`) },
      '超过 40 万个',
    ],
    [
      'more unpacked than any list has',
      { 'xl/media/image1.png': Buffer.alloc(65 * 1024 * 1024) },
      '超过 64 MB',
    ],
    [
      'more files than any list has',
      Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`x/${n}`, ''])),
      '文件过多',
    ],
    ['a sheet that is no XML', { 'xl/worksheets/sheet1.xml': '<a><b></a>' }, '内容有误'],
  ])('is refused at /file with %s, and told what to do', async (_, parts, words) => {
    const said = await why(zipOfTexts({ ...PARTS, ...parts }));
    expect(said).toContain(words);
    expect(said).toContain('"/file"');
  });

  it('is refused where it is another zip, cut off, encrypted or none', async () => {
    expect(await why(zipOfTexts({ 'a.txt': 'x' }))).toContain('不是 .xlsx');
    const whole = zipOfTexts(PARTS);
    expect(await why(whole.subarray(0, whole.length - 30))).toContain('不完整');
    expect(await why(Buffer.from('PK\x05\x06'))).toContain('不完整');
    const encrypted = Buffer.from(whole);
    encrypted.writeUInt16LE(1, encrypted.indexOf('PK\x01\x02') + 8);
    expect(await why(encrypted)).toContain('已加密');
  });

  it('is not believed what it says of its own size: unpacking stops at the limit', () => {
    const bomb = zipOfTexts({ a: Buffer.alloc(10_000_000) });
    bomb.writeUInt32LE(1, bomb.indexOf('PK\x01\x02') + 24);
    expect(zipEntries(bomb, { entries: 10, bytes: 1_000_000 })).toBe('tooManyBytes');
    expect(bomb.length).toBeLessThan(50_000);
  });

  it('is unreadable, never a failure, whatever byte of it is wrong', () => {
    const whole = zipOfTexts(PARTS);
    for (let at = 0; at < whole.length; at++) {
      const broken = Buffer.from(whole);
      broken[at] = 0xff - (broken[at] ?? 0);
      const entries = zipEntries(broken, { entries: 10, bytes: 1_000_000 });
      expect(['string', 'object']).toContain(typeof entries);
    }
  });
});

describe('a cell that somebody filled', () => {
  it('says what Excel shows: numbers by 15 digits, days, texts with parts, ticks, what merged cells share', async () => {
    const workbook = await opened(
      await made((one) => {
        const sheet = one.addWorksheet('表');
        sheet.addRow([1234.5600000000002, new Date('2025-03-01'), ' 红塔区 ', true, 0.1 + 0.2]);
        sheet.getCell('A2').value = { richText: [{ text: '1,' }, { text: '800' }] };
        sheet.mergeCells('B2:C3');
        sheet.getCell('B2').value = '合并';
      }),
    );
    const [sheet] = workbook.sheets;
    const row = [1, 2, 3, 4, 5].map((column) => sheet?.at(1, column));
    expect(row).toEqual(['1234.56', '2025-03-01', '红塔区', '是', '0.3'].map((text) => ({ text })));
    expect(sheet?.at(2, 1)).toEqual({ text: '1,800' });
    expect(sheet?.at(3, 3)).toEqual({ text: '合并' });
    expect(sheet?.at(9, 9)).toEqual({ text: '' });
  });

  it('is not taken where it is a formula or an error: with its address and what to do', async () => {
    const workbook = await opened(
      await made((one) => {
        const sheet = one.addWorksheet('表');
        sheet.getCell('B2').value = { formula: 'SUM(A1:A9)', result: 7 };
        sheet.getCell('C3').value = { error: '#DIV/0!' };
      }),
    );
    expect(JSON.stringify(workbook.sheets[0]?.at(2, 2))).toContain('单元格 B2 是公式');
    expect(JSON.stringify(workbook.sheets[0]?.at(3, 3))).toContain('单元格 C3 是错误值 #DIV/0!');
  });
});
