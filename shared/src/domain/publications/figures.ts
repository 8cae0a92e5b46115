import type { Bilingual } from '../bilingual';
import { type Fen, type MoneyUnit, parseFen } from '../money/fen';
import type { Passage } from './passage';

/** A number in a passage, with the words around it that say what it is. Offsets are into the passage's text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** What stands between the last punctuation mark or amount and the number; its last 60 characters at most. */
  readonly label: string;
  /** Where the clause begins: right after the last punctuation mark or amount. */
  readonly clauseStart: number;
  /** Where the unit ends, which is where the clause ends for our purpose. */
  readonly clauseEnd: number;
  /**
   * What the number counts: money in 元 or 万元; money in a unit that is not read (亿元, 万美元); money for each of
   * something (元/人); things (名, 年, 件); the number of a list item (1.); nothing that is printed.
   */
  readonly counts: 'money' | 'otherMoney' | 'rate' | 'things' | 'listNumber' | 'nothing';
  /** 元 or 万元 for money, the unit as printed otherwise. */
  readonly unit: string;
}

/** A stretch of words between two punctuation marks that ends without an amount. */
export interface Words {
  readonly label: string;
  readonly start: number;
  /** The punctuation mark behind it; empty at the end of the passage. */
  readonly mark: string;
}

export interface FigureVisitor {
  onFigure(figure: Figure): void;
  onWords?(words: Words): void;
}

const LONGEST_LABEL = 60;
const TOKEN = /\d[\d,. ]*|[、,;。:()!?\n]/g;
const MONEY = /\(?((?:亿|千万|百万|十万|万|千|百)?(?:美|港|欧|日)?元)\)?/y;
const THINGS =
  /(?:余|多|万)?(?:名|人|件|个|年|月|日|号|次|户|所|起|季|岁|倍|期|批|条|项|天|小时|周|%|‰)|[-—–~至](?=\d)/y;

function measured(text: string, end: number): Pick<Figure, 'counts' | 'unit' | 'clauseEnd'> {
  MONEY.lastIndex = end;
  const money = MONEY.exec(text);
  if (money) {
    const unit = money[1] ?? '';
    const clauseEnd = end + money[0].length;
    const each = /^[/每]/.test(text.charAt(clauseEnd));
    const known = unit === '元' || unit === '万元';
    return { counts: each ? 'rate' : known ? 'money' : 'otherMoney', unit, clauseEnd };
  }
  THINGS.lastIndex = end;
  const things = THINGS.exec(text);
  if (things) return { counts: 'things', unit: things[0], clauseEnd: end + things[0].length };
  const scale = /^[亿万千百]*/.exec(text.slice(end, end + 3))?.[0] ?? '';
  return { counts: 'nothing', unit: '', clauseEnd: end + scale.length };
}

/** "1." and "1、" at the start of a line number the lines of a list; so does "(1)". */
function isListNumber(text: string, start: number, end: number): boolean {
  const opened = text.charAt(start - 1) === '(';
  const before = text.charAt(start - (opened ? 2 : 1));
  return end - start <= 2 && (before === '' || before === '\n') && /[.、)]/.test(text.charAt(end));
}

/**
 * Walks through a passage once, in order, and tells of each number and of each stretch of words without one.
 * Linear in the length of the passage: no search ever looks further than a label is long.
 */
export function visitFigures(passage: Passage, visitor: FigureVisitor): void {
  const { text } = passage;
  const token = new RegExp(TOKEN);
  let clauseStart = 0;
  const label = (to: number): string => text.slice(Math.max(clauseStart, to - LONGEST_LABEL), to).trim();
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const start = match.index;
    const numeral = match[0].replace(/[,. ]+$/, '');
    if (numeral === '' || !/\d/.test(numeral)) {
      visitor.onWords?.({ label: label(start), start: clauseStart, mark: match[0] });
      clauseStart = token.lastIndex;
      continue;
    }
    const end = start + numeral.length;
    token.lastIndex = end;
    if (isListNumber(text, start, end)) {
      token.lastIndex = end + 1;
      clauseStart = end + 1;
      continue;
    }
    const measure = measured(text, end);
    visitor.onFigure({ start, end, label: label(start), clauseStart, ...measure });
    if (measure.counts === 'money' || measure.counts === 'otherMoney' || measure.counts === 'rate') {
      token.lastIndex = measure.clauseEnd;
      clauseStart = measure.clauseEnd;
    }
  }
  visitor.onWords?.({ label: label(text.length), start: clauseStart, mark: '' });
}

/** One hundred billion 元: beyond any budget, and small enough that a text's amounts always sum exactly. */
const MOST_FEN = 10_000_000_000_000;
const MOST_DECIMALS: Record<MoneyUnit, number> = { 元: 2, 万元: 6 };

/** Reads the money of a figure exactly, or says why it cannot be read. */
export function readMoney(numeral: string, unit: MoneyUnit): Fen | Bilingual {
  if (/ /.test(numeral)) return { zh: '数字中间有空格', en: 'there is a space inside the number' };
  if (!/^[\d,]+(?:\.\d+)?$/.test(numeral)) {
    return { zh: '小数点的写法不对', en: 'its decimal point is not written as in a number' };
  }
  const decimals = numeral.split('.')[1]?.length ?? 0;
  if (decimals > MOST_DECIMALS[unit]) {
    return {
      zh: `小数超过${MOST_DECIMALS[unit]}位，不足1分`,
      en: `it has more than ${MOST_DECIMALS[unit]} decimals, which is less than 1 fen`,
    };
  }
  const amount = parseFen(numeral, unit);
  if (amount !== null && amount <= MOST_FEN) return amount;
  return amount === null && numeral.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.|$)/.test(numeral)
    ? { zh: '千位分隔符的位置不对', en: 'its thousands separators stand wrongly' }
    : { zh: '数额过大', en: 'it is too large' };
}
