import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { parseFen } from '../money/fen';
import type { Fen, MoneyUnit } from '../money/fen';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainFigure } from './plain-figure';

/** A figure that was read, and what was understood on the way where that is not plain. */
export interface ReadFigure<Value> {
  readonly value: Value;
  readonly understood: Bilingual | null;
}

const CHINESE_NUMERAL = /^[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:元|圆|整|正)*$/;
const NOTHING = /^(?:[-—–−/\\]+|无|空|null)$/i;

/** What a text that is no figure most likely is, and what to write instead. */
function noFigure(text: string, plain: string, pointer: string): Outcome<never> {
  const shown = text.trim().slice(0, 40);
  if (NOTHING.test(plain)) {
    return refused([
      refusal(
        pointer,
        `“${shown}”看不出是零还是没有：没有发生的请填0，不适用的请选“不适用”。`,
        `"${shown}" may mean zero or nothing: write 0 where there was none, choose 不适用 where it does not apply.`,
      ),
    ]);
  }
  if (/^(?:-|\(\d)/.test(plain)) {
    return refused([
      refusal(
        pointer,
        `“${shown}”是负数，此处不得为负；冲减请用红字冲销办理。`,
        `"${shown}" is negative, which nothing here can be; take money back by a reversal.`,
      ),
    ]);
  }
  if (CHINESE_NUMERAL.test(plain)) {
    return refused([
      refusal(
        pointer,
        `“${shown}”是中文数字，请改写为阿拉伯数字，例如1800。`,
        `"${shown}" is in Chinese numerals; write it in digits, such as 1800.`,
      ),
    ]);
  }
  return refused([
    refusal(
      pointer,
      `“${shown}”不是可读的数字，请改为例如1800或1,800.00的写法。`,
      `"${shown}" cannot be read as a figure; write it like 1800 or 1,800.00.`,
    ),
  ]);
}

/** The unit that a heading names, "金额（万元）" or "工资/元"; null where it names none. */
export function moneyUnitOfHeading(heading: string): MoneyUnit | null {
  const plain = plainFigure(heading);
  return /万元/.test(plain) ? '万元' : /元/.test(plain) ? '元' : null;
}

/**
 * An amount as a cell prints it under a heading in 元 or 万元, exactly in 分. Full-width digits, thousands separators,
 * white space and a currency sign are understood; a unit within the cell itself wins over the heading, and that is said.
 * Refused at the pointer, each with what to write: what is no figure, a negative one, Chinese numerals, a dash that may
 * mean zero or nothing, separators that stand wrongly, more than two decimals of a 元, more than is kept exactly.
 * Example: "１.２万元" under 元 is 1 200 000 分.
 */
export function readMoney(text: string, headingUnit: MoneyUnit, pointer: string): Outcome<ReadFigure<Fen>> {
  const plain = plainFigure(text);
  const [, numeral = '', own] = /^(.*?)(万元?|元|圆)?$/.exec(plain) ?? [];
  const ownUnit: MoneyUnit | null = own === undefined ? null : own.startsWith('万') ? '万元' : '元';
  const unit = ownUnit ?? headingUnit;
  const value = parseFen(numeral, unit);
  if (value !== null) {
    const understood =
      ownUnit === null || ownUnit === headingUnit
        ? null
        : bilingual(
            `“${text.trim()}”按${ownUnit}读取（表头为${headingUnit}）。`,
            `"${text.trim()}" is read in ${ownUnit === '万元' ? 'ten thousand yuan' : 'yuan'} as the cell says, not in the unit of its heading.`,
          );
    return accepted({ value, understood });
  }
  if (!/^[\d,.]+$/.test(numeral) || !/\d/.test(numeral)) return noFigure(text, numeral, pointer);
  return refused([unreadableAmount(text.trim().slice(0, 40), numeral, pointer)]);
}

function unreadableAmount(shown: string, numeral: string, pointer: string) {
  if (/^\d+(?:\.\d+)?$/.test(numeral.replaceAll(',', '')) && numeral.includes(',')) {
    const bare = numeral.replaceAll(',', '');
    if (parseFen(bare, '元') !== null) {
      return refusal(
        pointer,
        `“${shown}”的千分位逗号位置不对，可能漏了数字；请核对后改正。`,
        `The thousands separators of "${shown}" stand wrongly; a digit may be missing. Check and correct it.`,
      );
    }
  }
  return /^\d+\.\d+$/.test(numeral)
    ? refusal(
        pointer,
        `“${shown}”精确不到分（元以下最多两位小数），请核对后按分取整。`,
        `"${shown}" is no whole number of fen (two decimals of a yuan at most); check and round it.`,
      )
    : refusal(
        pointer,
        `“${shown}”不是可读的金额，请改为例如1800或1,800.00的写法。`,
        `"${shown}" cannot be read as an amount; write it like 1800 or 1,800.00.`,
      );
}

/** Words of counting that people write behind a number. */
const COUNTED = /(?:人|名|件|个|份|次|户|所|天|人次)$/;

/**
 * A whole number, 0 or more, as a cell prints it; "１２人" is 12 and "12.0" is 12. Refused at the pointer: what is no
 * figure, negative or no whole number, and what is above 999,999,999.
 */
export function readCount(text: string, pointer: string): Outcome<number> {
  const plain = plainFigure(text).replace(COUNTED, '');
  if (!/^[\d,.]+$/.test(plain) || !/\d/.test(plain)) return noFigure(text, plain, pointer);
  const match = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0+)?$/.exec(plain);
  if (match) return accepted(Number((match[1] ?? '').replaceAll(',', '')));
  const shown = text.trim().slice(0, 40);
  return refused([
    refusal(
      pointer,
      `“${shown}”应当是0至999,999,999的整数，请改正。`,
      `"${shown}" must be a whole number from 0 to 999,999,999. Correct it.`,
    ),
  ]);
}
