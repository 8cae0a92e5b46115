import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';

/** What an upload can be, by its bytes; the name of a file and the type its sender claims prove nothing. */
export type UploadedContent = 'text' | 'zip' | 'pdf' | 'picture' | 'program' | 'binary';

const bytes = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

/** By which bytes a kind begins (the registry of the Library of Congress and the kinds' own specifications). */
const SIGNATURES: readonly (readonly [UploadedContent, readonly number[]])[] = [
  ['zip', bytes('PK\x03\x04')],
  ['zip', bytes('PK\x05\x06')],
  ['pdf', bytes('%PDF-')],
  ['picture', bytes('\x89PNG\r\n\x1a\n')],
  ['picture', bytes('\xff\xd8\xff')],
  ['picture', bytes('GIF87a')],
  ['picture', bytes('GIF89a')],
  ['program', bytes('MZ\x90\x00')],
  ['program', bytes('\x7fELF')],
  ['binary', bytes('\xd0\xcf\x11\xe0')],
  ['binary', bytes('\x1f\x8b\x08')],
  ['binary', bytes('7z\xbc\xaf\x27\x1c')],
  ['binary', bytes('Rar!\x1a\x07')],
];

/** Text in UTF-16 has NUL in it and is text all the same: who reads it says in which encoding it is wanted. */
const UTF_16 = [bytes('\xff\xfe'), bytes('\xfe\xff')];

const begins = (content: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => content[index] === byte);

/** Looks at the first bytes, and for text at all of them: what holds NUL is none. */
export function contentOf(content: Uint8Array): UploadedContent {
  const known = SIGNATURES.find(([, signature]) => begins(content, signature));
  if (known) return known[0];
  if (UTF_16.some((mark) => begins(content, mark))) return 'text';
  return content.includes(0) ? 'binary' : 'text';
}

const NAMES: Readonly<Record<UploadedContent, Bilingual>> = {
  text: bilingual('纯文本文件', 'a plain text file'),
  zip: bilingual('Word、Excel（.docx、.xlsx）或压缩文件', 'a Word, Excel (.docx, .xlsx) or zip file'),
  pdf: bilingual('PDF 文件', 'a PDF file'),
  picture: bilingual('图片', 'a picture'),
  program: bilingual('可执行程序', 'a program'),
  binary: bilingual('二进制文件（如旧版 Word、Excel）', 'a binary file (such as of an old Word or Excel)'),
};

/** What was sent, what is wanted, and what to do. */
export function wrongContent(found: UploadedContent, wanted: UploadedContent): Bilingual {
  const [is, should] = [NAMES[found], NAMES[wanted]];
  return bilingual(
    `所选文件从内容看是“${is.zh}”，此处只接受“${should.zh}”，未受理；请另存为要求的格式后重新选择。`,
    `By its content the chosen file is ${is.en}; only ${should.en} is taken here, so it was not. Save it in that form and choose it again.`,
  );
}
