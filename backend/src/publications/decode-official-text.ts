import { accepted, type Outcome, refusal, refused } from '@yuheng/shared/domain/refusal';

/** The largest file that is read, in bytes. The published texts have 6,000 to 8,000. */
export const LARGEST_OFFICIAL_FILE = 1_048_576;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly zh: string; readonly en: string }[] =
  [
    { bytes: [0x50, 0x4b, 0x03, 0x04], zh: 'Word（.docx）或压缩文件', en: 'a Word (.docx) or zip file' },
    { bytes: [0xd0, 0xcf, 0x11, 0xe0], zh: '旧版Word（.doc）文件', en: 'an old Word (.doc) file' },
    { bytes: [0x25, 0x50, 0x44, 0x46], zh: 'PDF文件', en: 'a PDF file' },
    { bytes: [0xff, 0xfe], zh: 'UTF-16（Unicode）编码的文本', en: 'text in UTF-16 (Unicode)' },
    { bytes: [0xfe, 0xff], zh: 'UTF-16（Unicode）编码的文本', en: 'text in UTF-16 (Unicode)' },
  ];

/**
 * Turns the bytes of an uploaded official text into characters. UTF-8 with or without a byte order mark is read, the
 * mark left out; line ends stay as they are. Refused, with what to do: a file over the limit (both figures), an empty
 * or blank one, a Word, PDF or UTF-16 file, and bytes that are no UTF-8, with the line and byte of the first bad one.
 */
export function decodeOfficialText(bytes: Uint8Array): Outcome<string> {
  if (bytes.length > LARGEST_OFFICIAL_FILE) {
    return no(
      '',
      `文件过大：${bytes.length}字节，上限${LARGEST_OFFICIAL_FILE}字节。请确认所选文件是预算重点领域财政项目文本。`,
      `The file is too large: ${bytes.length} bytes, the limit is ${LARGEST_OFFICIAL_FILE}. Check that it is an official budget text.`,
    );
  }
  const known = SIGNATURES.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (known) {
    return no(
      '/lines/1',
      `第1行：这是${known.zh}，不是UTF-8文本。请另存为“纯文本（.txt），UTF-8编码”后重新提交。`,
      `Line 1: this is ${known.en}, not UTF-8 text. Save it as plain text (.txt) in UTF-8 and submit it again.`,
    );
  }
  const text = decodeStrictly(bytes, 'utf-8');
  if (text === null) return refuseEncoding(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const line = lineOfByte(bytes, nul);
    return no(
      `/lines/${line}`,
      `第${line}行：第${nul + 1}字节是空字符（NUL），这不是文本文件。请选择UTF-8编码的纯文本文件。`,
      `Line ${line}: byte ${nul + 1} is NUL, so this is no text file. Choose a plain text file in UTF-8.`,
    );
  }
  if (text.trim() !== '') return accepted(text);
  return no(
    '/lines/1',
    `第1行：文件是空的（${bytes.length}字节，没有文字）。请选择有内容的文件。`,
    `Line 1: the file is empty (${bytes.length} bytes, no words). Choose a file that has text.`,
  );
}

const no = (pointer: string, zh: string, en: string): Outcome<never> => refused([refusal(pointer, zh, en)]);

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuseEncoding(bytes: Uint8Array): Outcome<never> {
  const offset = firstBadByte(bytes);
  const line = lineOfByte(bytes, offset);
  const hex = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const chinese = decodeStrictly(bytes, 'gb18030') !== null;
  return no(
    `/lines/${line}`,
    `第${line}行：第${offset + 1}字节（0x${hex}）不是UTF-8，${chinese ? '文件看起来是GBK/GB18030编码' : '文件可能已损坏'}。请另存为UTF-8编码后重新提交。`,
    `Line ${line}: byte ${offset + 1} (0x${hex}) is not UTF-8; ${chinese ? 'the file looks like GBK/GB18030' : 'the file may be damaged'}. Save it as UTF-8 and submit it again.`,
  );
}

/** The 1-based line of a byte; CRLF, LF and CR each end one line, and neither byte occurs inside a UTF-8 character. */
function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}

/** How long a character is by its first byte, and between which bounds its second byte lies (RFC 3629); 0 is bad. */
function shapeOf(first: number): readonly [length: number, low: number, high: number] {
  if (first < 0x80) return [1, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first === 0xe0) return [3, 0xa0, 0xbf];
  if (first === 0xed) return [3, 0x80, 0x9f];
  if (first >= 0xe1 && first <= 0xef) return [3, 0x80, 0xbf];
  if (first === 0xf0) return [4, 0x90, 0xbf];
  if (first === 0xf4) return [4, 0x80, 0x8f];
  return first >= 0xf1 && first <= 0xf3 ? [4, 0x80, 0xbf] : [0, 0, 0];
}

/** Offset of the first byte of the first sequence that is no UTF-8 character; the length where all are. */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const [length, low, high] = shapeOf(bytes[at] ?? 0);
    if (length === 0) return at;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next] ?? 0;
      if (byte < (next === 1 ? low : 0x80) || byte > (next === 1 ? high : 0xbf)) return at;
    }
    at += length;
  }
  return at;
}
