import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { addDays, isoDate } from '@yuheng/shared/domain/period/year-month';
import { decoded, eachTag, textIn } from './workbook-xml';

/** What the cells of a workbook are read by, beside their own text. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Whether numbers of this style are days. */
  readonly isDay: (style: number) => boolean;
  /** Days count from 1904 in workbooks of old Macintoshes. */
  readonly from1904: boolean;
}

const FORMULA = (address: string): Bilingual =>
  bilingual(
    `单元格 ${address} 是公式，不能读取；请复制该单元格，用“选择性粘贴—数值”粘贴后再上传。`,
    `Cell ${address} is a formula, which is not read: copy it, paste it as a value and upload again.`,
  );
const ERROR = (address: string, value: string): Bilingual =>
  bilingual(
    `单元格 ${address} 是错误值 ${value}，请改正后再上传。`,
    `Cell ${address} holds the error ${value}; correct it and upload again.`,
  );

/** The texts that cells share, without what is only pronounced. */
export const sharedStrings = (xml: string): string[] => {
  const strings: string[] = [];
  eachTag(xml, 'si', (_, inner) => strings.push(textIn(inner)));
  return strings;
};

const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Which styles print numbers as days: built-in formats, and those of the workbook that print a year or a day. */
export function daysOfStyles(xml: string): (style: number) => boolean {
  const own = new Map<number, boolean>();
  eachTag(xml, 'numFmt', (tag) => {
    const code = decoded(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? '');
    const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    own.set(Number(/numFmtId="(\d+)"/.exec(tag)?.[1]), /[ydeYDE年日]/.test(plain) && !/[0#?]/.test(plain));
  });
  const formats: number[] = [];
  eachTag(xml, 'cellXfs', (_, styles) =>
    eachTag(styles, 'xf', (tag) => formats.push(Number(/numFmtId="(\d+)"/.exec(tag)?.[1] ?? 0))),
  );
  return (style) => {
    const format = formats[style] ?? 0;
    return own.get(format) ?? BUILT_IN_DAYS.has(format);
  };
}

/** A number as Excel shows it: 15 significant digits; a day as 2026-03-31. */
function numberText(value: string, isDay: boolean, from1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const serial = Math.floor(number) + (from1904 ? 1462 : 0);
  return isDay && serial >= 1 && serial < 2_958_466
    ? addDays(isoDate('1899-12-30'), serial)
    : String(Number(number.toPrecision(15)));
}

/** What a cell says by its tag and what stands in it; a formula and an error are refused with their address. */
export function cellOf(
  { address, tag, inner }: { readonly address: string; readonly tag: string; readonly inner: string },
  { strings, isDay, from1904 }: CellContext,
): { readonly text: string; readonly trouble?: Bilingual } {
  if (/<(?:\w+:)?f[\s/>]/.test(inner)) return { text: '', trouble: FORMULA(address) };
  const type = /\bt="(\w+)"/.exec(tag)?.[1] ?? 'n';
  if (type === 'inlineStr') return { text: textIn(inner).trim() };
  const value = decoded(/<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)</.exec(inner)?.[1] ?? '');
  if (type === 's') return { text: (strings[Number(value)] ?? '').trim() };
  if (type === 'e') return { text: '', trouble: ERROR(address, value) };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type === 'n' && value !== '') {
    return { text: numberText(value, isDay(Number(/\bs="(\d+)"/.exec(tag)?.[1] ?? 0)), from1904) };
  }
  return { text: value.trim() };
}
