import type { Cell, CellValue } from '@protobi/exceljs';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** What a cell says as text, or why it cannot be taken. An empty cell is an empty text. */
export type CellText = { readonly text: string } | { readonly trouble: Bilingual };

/**
 * A number as Excel shows it: 15 significant digits, so that 1234.5600000000002, which a sum left behind, is 1234.56.
 */
const printNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** A day or a moment as kept in a workbook, which knows no time zone. */
const printDate = (value: Date): string => {
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
};

/**
 * What a cell says; of merged cells each says what the first of them does. A formula is refused, because its result is
 * whatever some program last computed: with its address and what to do.
 */
export function cellText(cell: Cell): CellText {
  return textOf(cell.isMerged ? cell.master.value : cell.value, cell.address);
}

function textOf(value: CellValue, address: string): CellText {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value.trim() };
  if (typeof value === 'number') return { text: printNumber(value) };
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return { text: printDate(value) };
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    };
  if ('hyperlink' in value) return { text: String(value.text).trim() };
  if ('error' in value) {
    return {
      trouble: bilingual(
        `单元格 ${address} 是错误值 ${value.error}，请改正后再上传。`,
        `Cell ${address} holds the error ${value.error}; correct it and upload again.`,
      ),
    };
  }
  return {
    trouble: bilingual(
      `单元格 ${address} 是公式，不能读取；请复制该单元格，用“选择性粘贴—数值”粘贴后再上传。`,
      `Cell ${address} is a formula, which is not read: copy it, paste it as a value and upload again.`,
    ),
  };
}
