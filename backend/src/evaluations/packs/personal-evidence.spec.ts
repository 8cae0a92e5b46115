import { zipOf } from '../../workbooks/zip-of';
import { isNamedOfPersons, personsIn } from './personal-evidence';

/** Of nobody: the area of no county, with its check digit. */
const NUMBER = '110101199001010015';
const xlsx = (cell: string): Buffer =>
  zipOf([['xl/sharedStrings.xml', Buffer.from(`<sst><si><t>1</t></si><si><t>${cell}</t></si></sst>`)]]);

describe('evidence that names persons stays on the server', () => {
  it.each(['2025年12月工资发放表.pdf', '人民调解员花名册.xlsx', '参保缴费明细.jpg', 'payroll-2025.pdf'])(
    'by its name: %s',
    (name) => expect(isNamedOfPersons(name)).toBe(true),
  );

  it.each(['实施方案.pdf', '转移支付文件.pdf', '培训通知.docx'])('but not %s', (name) =>
    expect(isNamedOfPersons(name)).toBe(false),
  );

  it('by an identity number in a table or a text, whatever the file is called', () => {
    expect(personsIn(xlsx(NUMBER))).toBe('numbers');
    const [one, other] = [NUMBER.slice(0, 7), NUMBER.slice(7)];
    const text = `<w:p><w:r><w:t>证号${one}</w:t></w:r><w:r><w:t>${other}</w:t></w:r></w:p>`;
    expect(personsIn(zipOf([['word/document.xml', Buffer.from(text)]]))).toBe('numbers');
  });

  it('but a number that is no identity number keeps nothing back', () => {
    expect(personsIn(xlsx('110101199001010011'))).toBeNull();
    expect(personsIn(xlsx('玉财〔2025〕18号'))).toBeNull();
  });

  it('what cannot be looked into stays, too', () => {
    expect(personsIn(Buffer.from('not a workbook'))).toBe('unreadable');
  });
});
