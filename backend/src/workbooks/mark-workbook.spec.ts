import { Workbook, type Worksheet } from '@protobi/exceljs';
import { markWorkbook } from './mark-workbook';
import { readLists } from './read-list';
import { writeWorkbook } from './write-workbook';
import { zipEntries } from './zip-entries';
import { zipOf } from './zip-of';

const LIMITS = { entries: 100, bytes: 10_000_000 };
const textsOf = (bytes: Buffer): Map<string, string> => {
  const entries = zipEntries(bytes, LIMITS);
  if (typeof entries === 'string') throw new Error(entries);
  return new Map(entries.map(({ name, content }) => [name, content.toString('utf8')]));
};
const made = async (fill: (sheet: Worksheet) => void): Promise<Buffer> => {
  const workbook = new Workbook();
  fill(workbook.addWorksheet('表'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
const sheetOf = async (bytes: Buffer): Promise<Worksheet> => {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('There is no sheet.');
  return sheet;
};
const noteAt = (sheet: Worksheet, cell: string): string => {
  const { note } = sheet.getCell(cell);
  return typeof note === 'string' || !note
    ? (note ?? '')
    : (note.texts ?? []).map(({ text }) => text).join('');
};
/** The cells that are red, as a program that opens the workbook finds it. */
const redOf = (sheet: Worksheet): string =>
  (sheet as unknown as { conditionalFormattings: { ref: string }[] }).conditionalFormattings
    .map(({ ref }) => ref)
    .join(' | ');

describe('a workbook that is marked', () => {
  it('says in each wrong cell what is wrong, on a red ground, and is otherwise as its sender made it', async () => {
    const given = await writeWorkbook([
      {
        name: '支出',
        widths: [10, 20],
        rows: [
          [
            { value: '项目', look: 'heading' },
            { value: '本月', look: 'heading' },
          ],
          [
            { value: '人数', look: 'given' },
            { value: 24, look: 'answer' },
          ],
        ],
        lists: [{ range: 'B2:B3', choices: ['合格', '不合格'] }],
        frozenRows: 1,
        isLocked: true,
      },
    ]);
    const marked = markWorkbook(given, '支出', [
      { cell: 'B2', text: '“24”应为 <整数> & 不为空\n请改正' },
      { cell: 'C7', text: '这里缺少内容' },
    ]);
    const sheet = await sheetOf(marked);
    expect([noteAt(sheet, 'B2'), noteAt(sheet, 'A2')]).toEqual(['“24”应为 <整数> & 不为空\n请改正', '']);
    // exceljs leaves out what is said of a cell of which the file says nothing else.
    expect(textsOf(marked).get('xl/comments1.xml')).toMatch(/ref="C7"[^]*这里缺少内容/);
    expect(redOf(sheet)).toBe('B2 C7');
    const cell = sheet.getCell('B2');
    expect([cell.value, cell.protection.locked, cell.dataValidation.formulae]).toEqual([
      24,
      false,
      ['"合格,不合格"'],
    ]);
    const [before, after] = [textsOf(given), textsOf(marked)];
    const own = /xl\/(?:comments1\.xml|drawings\/vmlDrawing1\.vml|worksheets\/_rels\/sheet1\.xml\.rels)/;
    const changed = /\[Content_Types\]\.xml|xl\/styles\.xml|xl\/worksheets\/sheet1\.xml/;
    for (const [name, text] of after) {
      if (own.test(name)) expect(before.has(name)).toBe(false);
      else if (!changed.test(name)) expect([name, text]).toEqual([name, before.get(name)]);
    }
    const cells = (texts: Map<string, string>): string | undefined =>
      /<sheetData>[\s\S]*<\/sheetData>/.exec(texts.get('xl/worksheets/sheet1.xml') ?? '')?.[0];
    expect(cells(after)).toBe(cells(before));
  });

  it('and marked again says only what is wrong now, beside what others wrote into it', async () => {
    const given = await made((sheet) => {
      sheet.addRow(['甲', '乙', '丙']);
      sheet.getCell('A1').note = '县里的批注';
      sheet.getCell('C1').note = '也是县里的';
    });
    const once = markWorkbook(given, '表', [
      { cell: 'B1', text: '第一次' },
      { cell: 'C1', text: '第一次' },
    ]);
    const twice = markWorkbook(once, '表', [{ cell: 'C1', text: '第二次' }]);
    const sheet = await sheetOf(twice);
    expect(['A1', 'B1', 'C1'].map((cell) => noteAt(sheet, cell))).toEqual(['县里的批注', '', '第二次']);
    expect(redOf(sheet)).toBe('C1');
    const parts = textsOf(twice);
    expect(parts.get('xl/worksheets/sheet1.xml')?.match(/<legacyDrawing/g)).toHaveLength(1);
    expect([...parts.keys()].filter((name) => /comments|vmlDrawing/.test(name))).toHaveLength(2);
    const clean = await sheetOf(markWorkbook(twice, '表', []));
    expect([noteAt(clean, 'C1'), redOf(clean)]).toEqual(['', '']);
  });

  it('is one also where its parts have prefixes, no styles, no relations and a choice after the cells', async () => {
    const given = zipOf(
      Object.entries({
        '[Content_Types].xml':
          '<x:Types xmlns:x="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'xl/workbook.xml':
          '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="名册 &amp; 工资" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:dataValidations/><x:pageMargins/><x:tableParts/></x:worksheet>',
      }).map(([name, text]) => [name, Buffer.from(text)]),
    );
    const marked = markWorkbook(given, '名册 & 工资', [{ cell: 'A1', text: '请改正' }]);
    const parts = textsOf(marked);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<x:pageMargins/><x:legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="yuhengBoxes"/><x:tableParts/></x:worksheet>',
    );
    expect(parts.get('[Content_Types].xml')).toMatch(
      /><x:Default Extension="vml"[^<>]*\/><x:Override PartName="\/xl\/comments1\.xml"[^<>]*\/><\/x:Types>$/,
    );
    expect(parts.get('xl/comments1.xml')).toContain('请改正');
    expect(readLists(marked)).toMatchObject({ ok: true, value: [{ rows: [[{ text: '7' }]] }] });
  });

  it('has its red ground where the standard wants conditional formats: after the cells, before choices and margins', async () => {
    const given = await made((sheet) => {
      sheet.addRow(['甲']);
      sheet.mergeCells('A2:B2');
      sheet.getCell('A1').dataValidation = { type: 'list', formulae: ['"是,否"'] };
    });
    const xml = textsOf(markWorkbook(given, '表', [{ cell: 'A1', text: 'x' }])).get(
      'xl/worksheets/sheet1.xml',
    );
    const order = [
      '</sheetData>',
      '<mergeCells',
      '<conditionalFormatting',
      '<dataValidations',
      '<pageMargins',
    ];
    const found = [...order, '<legacyDrawing'].map((element) => xml?.indexOf(element) ?? -1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it('is left without comments where nothing is said of a cell', async () => {
    const given = await made((sheet) => sheet.addRow(['甲']));
    const marked = textsOf(markWorkbook(given, '表', [{ cell: '', text: '整张表' }]));
    expect([...marked.keys()]).toEqual([...textsOf(given).keys()]);
    expect(marked.get('xl/worksheets/sheet1.xml')).toBe(textsOf(given).get('xl/worksheets/sheet1.xml'));
  });

  it('is done also where a great many things begin and none of them ends', async () => {
    const texts = textsOf(await made((sheet) => sheet.addRow(['甲'])));
    const many = (text: string): string => text.repeat(100_000);
    texts.set(
      'xl/worksheets/sheet1.xml',
      (texts.get('xl/worksheets/sheet1.xml') ?? '').replace(
        '</sheetData>',
        `</sheetData>${many('<conditionalFormatting>玉衡')}${many('<cfRule priority="7"/>')}${many('<cfRule priority="8"/>')}<legacyDrawing ${many('a')}>`,
      ),
    );
    texts.set(
      'xl/styles.xml',
      (texts.get('xl/styles.xml') ?? '').replace('<cellXfs', `${many('<dxfs>')}<cellXfs`),
    );
    texts.set(
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<Relationships><Relationship ${many('/threadedComment"')}></Relationships>`,
    );
    const given = zipOf([...texts].map(([name, text]) => [name, Buffer.from(text)]));
    const marked = textsOf(markWorkbook(given, '表', [{ cell: 'A1', text: '请改正' }]));
    expect(marked.get('xl/comments1.xml')).toContain('请改正');
    expect(marked.get('xl/worksheets/sheet1.xml')).toContain('priority="9"');
  });

  it('is not made of what may not be read', () => {
    const given = zipOf([['a.txt', Buffer.from('x')]]);
    expect(() => markWorkbook(given, '表', [])).toThrow('may not be read');
  });
});
