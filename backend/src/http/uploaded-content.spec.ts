import { contentOf, wrongContent, type UploadedContent } from './uploaded-content';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('what an upload is by its bytes', () => {
  it.each<[string, Buffer, UploadedContent]>([
    ['text in UTF-8', Buffer.from('2025年预算重点领域财政项目文本'), 'text'],
    ['text with a byte order mark', hex('ef bb bf 32'), 'text'],
    ['text in GBK', hex('d3 f1 cf aa ca d0 0a'), 'text'],
    ['text in UTF-16, which whoever reads it asks to save otherwise', hex('ff fe 32 00'), 'text'],
    ['text in UTF-16, big end first', hex('fe ff 00 32'), 'text'],
    ['text that begins like a program’s name', Buffer.from('MZ 1'), 'text'],
    ['nothing at all', Buffer.alloc(0), 'text'],
    ['a zip, also as .docx or .xlsx', hex('50 4b 03 04 14 00'), 'zip'],
    ['an empty zip', hex('50 4b 05 06 00 00'), 'zip'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a PNG', hex('89 50 4e 47 0d 0a 1a 0a'), 'picture'],
    ['a JPEG', hex('ff d8 ff e0'), 'picture'],
    ['a GIF', Buffer.from('GIF89a'), 'picture'],
    ['a program of Windows', hex('4d 5a 90 00 03'), 'program'],
    ['a program of Linux', hex('7f 45 4c 46 02'), 'program'],
    ['an old Word or Excel file', hex('d0 cf 11 e0 a1 b1'), 'binary'],
    ['a gzip', hex('1f 8b 08 00'), 'binary'],
    ['a 7z', hex('37 7a bc af 27 1c'), 'binary'],
    ['a RAR', hex('52 61 72 21 1a 07'), 'binary'],
    ['text with a NUL far inside', Buffer.from(`${'文'.repeat(1000)}\u0000`), 'binary'],
  ])('%s', (_, content, kind) => {
    expect(contentOf(content)).toBe(kind);
  });

  it('a refusal says what was sent, what is wanted and what to do, in both languages', () => {
    expect(wrongContent('pdf', 'text')).toEqual({
      zh: '所选文件从内容看是“PDF 文件”，此处只接受“纯文本文件”，未受理；请另存为要求的格式后重新选择。',
      en: 'By its content the chosen file is a PDF file; only a plain text file is taken here, so it was not. Save it in that form and choose it again.',
    });
  });
});
