import { decodeOfficialText } from '@yuheng/backend/publications/decode-official-text';
import { LONGEST_OFFICIAL_TEXT } from '@yuheng/shared/domain/publications/parse-official-text';
import { edited, parse, publishedText, refusalsOf } from './publications-texts';

/** Each of these, repeated, would make a careless pattern look back over all that went before. */
const NOISE = [
  '一、',
  '（一）',
  '一、项目名称\n',
  '（一）法律援助经费\n',
  '（二）人民调解“一案一补”经费\n',
  '1',
  '1,',
  '1.',
  '1 ',
  '1 , . ',
  ',',
  '、',
  '-',
  '中',
  '县',
  '各县区',
  '司法局',
  '司法局安排',
  '红塔区',
  '红塔区司法局',
  '红塔区司法局1',
  '红塔区司法局1.00元、',
  '安宁市1元、',
  '合计1元、',
  '合计1元，合计2万元。',
  '每人每月1元，',
  '150名协勤人员，',
  '一二三',
  '《',
  '《a',
  '《a》',
  '》',
  '〔2014〕1号',
  '玉发〔2014〕1号、',
  '关于',
  '根据和及与的',
  '[bookmark:',
  '[bookmark: x]',
  '[',
  '<!--',
  '<a ',
  '<a',
  '&nbsp;',
  '\u200b',
  ' ',
  '\u00a0',
  '\n',
  '\r\n ',
  '2025年',
  '。',
  '\u0001',
];

/** Long enough for quadratic work to be felt, short enough for linear work to take a moment. */
const LONG = 60_000;

const filled = (piece: string, length: number): string => piece.repeat(Math.floor(length / piece.length));

describe('noise', () => {
  test('the longest text that is read is still read to its end', () => {
    const text = publishedText(2025);
    const filler = filled('红塔区，', LONGEST_OFFICIAL_TEXT - text.length);
    expect(parse(edited(text, '根据《中央政法委', `${filler}根据《中央政法委`)).ok).toBe(true);
  });

  test.each(NOISE)('a long text of nothing but %j is refused', (piece) => {
    expect(parse(filled(piece, LONG)).ok).toBe(false);
  });

  test.each(['一、', '（一）', '1', ',', '红塔区司法局1.00元、', '《a', '<!--', ' '])(
    'a text of nothing but %j, as long as is read, is refused',
    (piece) => {
      expect(parse(filled(piece, LONGEST_OFFICIAL_TEXT)).ok).toBe(false);
    },
  );

  test.each(NOISE)('%j, over and over inside 二 and 六 of a true text, comes to an end', (piece) => {
    const text = publishedText(2025);
    const half = filled(piece, LONG / 2);
    const two = edited(text, '根据《中央政法委', `根据${half}《中央政法委`);
    const outcome = parse(
      edited(two, '该项目安排项目资金770,000.00元', `${half}该项目安排项目资金770,000.00元`),
    );
    expect(outcome.ok ? 0 : outcome.refusals.length).toBeLessThanOrEqual(20);
  });

  test.each(['一、', '（一）', '1', ',', '红塔区司法局1.00元、'])(
    '10 MB of %j are refused with both figures, as bytes and as characters',
    (piece) => {
      const text = filled(piece, 10_000_000);
      expect(refusalsOf(text)[0]).toMatch(
        new RegExp(`文本过长：${text.length}字，上限${LONGEST_OFFICIAL_TEXT}字`),
      );
      const bytes = new TextEncoder().encode(text);
      const decoded = decodeOfficialText(bytes);
      expect(decoded.ok ? '' : decoded.refusals[0]?.detail.zh).toContain(
        `${bytes.length}字节，上限1048576字节`,
      );
    },
  );

  test('an empty text, a blank one, and one with replacement characters are refused for what they are', () => {
    expect(refusalsOf('')).toEqual([expect.stringMatching(/^\/lines\/1 .*空/)]);
    expect(refusalsOf('\u00a0\n \t\r\n')).toEqual([expect.stringMatching(/空/)]);
    const broken = publishedText(2025).replace('红塔区司法局300', '\ufffd\ufffd司法局300');
    expect(refusalsOf(broken)).toEqual([expect.stringMatching(/^\/lines\/33 .*U\+FFFD.*UTF-8/)]);
  });

  test('a text of 2025 saved as GBK is refused with the line and byte of its first Chinese character', () => {
    // 玉溪市 in GBK.
    const decoded = decodeOfficialText(new Uint8Array([0xd3, 0xf1, 0xcf, 0xaa, 0xca, 0xd0]));
    expect(decoded.ok ? '' : decoded.refusals[0]?.detail.zh).toMatch(/^第1行：第1字节（0xD3）.*GBK/);
  });
});
