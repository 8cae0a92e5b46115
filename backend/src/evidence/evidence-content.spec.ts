import { Workbook } from '@protobi/exceljs';
import { evidenceName, evidenceTypeOf } from './evidence-content';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a document by its bytes', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf'],
    ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
    ['a GIF', Buffer.from('GIF89a'), null],
    ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
    ['a program', Buffer.from('4d5a90000300', 'hex'), null],
    ['a zip that is no document', Buffer.from('504b0506'.padEnd(44, '0'), 'hex'), null],
    ['a zip that is cut off', Buffer.from('PK\x03\x04half of it', 'latin1'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s', (_, content, type) => {
    expect(evidenceTypeOf(content)).toBe(type);
  });

  it('a workbook is one, and one with macros is not taken', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('名册');
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(evidenceTypeOf(bytes)).toBe(XLSX);
    // The same zip whose listed theme is called as macros are.
    const macros = Buffer.from(
      bytes.toString('latin1').replaceAll('xl/theme/theme1.xml', 'xl/a/vbaProject.bin'),
      'latin1',
    );
    expect(macros.length).toBe(bytes.length);
    expect(evidenceTypeOf(macros)).toBeNull();
  });

  it('is saved under a name that ends as its content does', () => {
    expect(evidenceName('名册.XLSX', XLSX)).toBe('名册.XLSX');
    expect(evidenceName('名册.exe', XLSX)).toBe('名册.exe.xlsx');
    expect(evidenceName('凭证.jpeg', 'image/jpeg')).toBe('凭证.jpeg');
    expect(evidenceName('凭证', 'application/pdf')).toBe('凭证.pdf');
  });
});
