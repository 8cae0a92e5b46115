import fc from 'fast-check';
import { decodeOfficialText, LARGEST_OFFICIAL_FILE } from './decode-official-text';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const said = (bytes: Uint8Array) => {
  const outcome = decodeOfficialText(bytes);
  if (outcome.ok) throw new Error('The bytes should have been refused.');
  expect(outcome.refusals).toHaveLength(1);
  const [refusal] = outcome.refusals;
  return { pointer: refusal?.pointer, zh: refusal?.detail.zh ?? '', en: refusal?.detail.en ?? '' };
};

describe('decodeOfficialText', () => {
  test.each(['一、项目名称\n二', '一\r\n二', '一\r二'])('keeps %j as it is', (text) => {
    expect(decodeOfficialText(utf8(text))).toEqual({ ok: true, value: text });
  });

  test('leaves a byte order mark out', () => {
    expect(decodeOfficialText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('红塔区')]))).toEqual({
      ok: true,
      value: '红塔区',
    });
  });

  test('refuses GBK by its name, with the line and byte of the first bad byte, and says what to do', () => {
    // "年\r\n红塔区": the first line is ASCII, the second GBK.
    const { pointer, zh, en } = said(
      new Uint8Array([...utf8('2025\r\n'), 0xba, 0xec, 0xcb, 0xfe, 0xc7, 0xf8]),
    );
    expect(pointer).toBe('/lines/2');
    expect(zh).toMatch(/^第2行：第7字节（0xBA）不是UTF-8.*GBK\/GB18030.*另存为UTF-8/);
    expect(en).toMatch(/^Line 2: byte 7 \(0xBA\).*GBK\/GB18030.*Save it as UTF-8/);
  });

  test('calls bytes damaged that are neither UTF-8 nor GB18030', () => {
    expect(said(new Uint8Array([...utf8('一'), 0xff, 0xff])).zh).toContain(
      '第4字节（0xFF）不是UTF-8，文件可能已损坏',
    );
  });

  test.each([
    ['an overlong form', [0xc0, 0x80], 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 2],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 1],
    ['a character cut off at the end', [0x61, 0xe4, 0xb8], 2],
  ])('names the byte where %s begins', (_, bytes, byte) => {
    expect(said(new Uint8Array(bytes)).en).toContain(`byte ${byte} `);
  });

  test('refuses a file over the limit with both figures', () => {
    const { zh, en } = said(new Uint8Array(LARGEST_OFFICIAL_FILE + 1).fill(0x31));
    for (const message of [zh, en]) {
      expect(message).toContain('1048577');
      expect(message).toContain('1048576');
    }
    expect(decodeOfficialText(new Uint8Array(LARGEST_OFFICIAL_FILE).fill(0x31)).ok).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['spaces, no-break spaces and line ends', ' \u00a0\u3000\r\n\t\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('refuses %s as empty', (_, text) => {
    expect(said(utf8(text))).toMatchObject({ pointer: '/lines/1', zh: expect.stringContaining('空') });
  });

  test('refuses a NUL with its line and byte', () => {
    expect(said(utf8('一\n二\u0000'))).toMatchObject({
      pointer: '/lines/2',
      zh: expect.stringMatching(/第8字节是空字符/),
    });
  });

  test.each([
    ['Word（.docx）', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['.doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['UTF-16', [0xff, 0xfe, 0x00, 0x4e]],
  ])('calls a %s file what it is', (name, bytes) => {
    expect(said(new Uint8Array(bytes)).zh).toContain(name);
  });

  test('finds, for any bytes that are no UTF-8, the byte up to which they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
        const outcome = decodeOfficialText(bytes);
        if (outcome.ok) return;
        const byte = /byte (\d+) \(0x/.exec(outcome.refusals[0]?.detail.en ?? '')?.[1];
        if (byte === undefined) return;
        const good = bytes.slice(0, Number(byte) - 1);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(good)).not.toThrow();
        const more = new TextDecoder('utf-8').decode(bytes.slice(Number(byte) - 1));
        expect(more.startsWith('\ufffd')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
