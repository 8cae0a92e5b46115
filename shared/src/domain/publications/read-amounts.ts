import type { MoneyUnit } from '../money/fen';
import { printYuan } from '../money/print-money';
import { type Figure, readMoney, visitFigures, type Words } from './figures';
import type { CountyAmount, StatedAmount } from './official-text';
import type { Owner, OwnerReader } from './owners';
import { lineAt, type Passage, placeOf, printed } from './passage';
import { isHopeless, noteLine, refuseLine, type TextProblems } from './text-problems';

type CountyOwner = Extract<Owner, { kind: 'county' }>;

/** An amount that is neither a county's, nor a total, nor a rate. */
export interface Unassigned {
  readonly line: number;
  readonly asPrinted: string;
}

export interface ReadAmounts {
  /** One a county, in the order of the text. */
  readonly amounts: readonly CountyAmount[];
  readonly total: StatedAmount | null;
  readonly unassigned: readonly Unassigned[];
  /** False when an amount was refused: the sum of the others then says nothing. */
  readonly complete: boolean;
}

/** "30.00万元（300,000.00元）", or "300,000.00元" where the text prints 元 itself. */
export const amountAsRead = (amount: StatedAmount): string =>
  amount.unit === '元'
    ? `${amount.numeralAsPrinted}元`
    : `${amount.numeralAsPrinted}${amount.unit}（${printYuan(amount.fen)}元）`;

const MOST_UNASSIGNED = 20;
/** 三十万元, 壹佰捌拾万元. */
const MONEY_IN_WORDS =
  /[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾][零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]{0,12}[万萬]?[元圆]/;

/** Reads the counties' amounts and the stated total of one project under 六. One reader serves one passage. */
class AmountReader {
  readonly amounts = new Map<string, CountyAmount>();
  readonly unassigned: Unassigned[] = [];
  total: StatedAmount | null = null;
  complete = true;
  /** A county named before a punctuation mark, whose amount is still to come: 红塔区司法局（25名）30.00万元. */
  private pending: CountyOwner | null = null;
  private pendingFrom = 0;

  constructor(
    private readonly passage: Passage,
    private readonly owners: OwnerReader,
    private readonly problems: TextProblems,
  ) {}

  onWords({ label, start, mark }: Words): void {
    const owner = label === '' ? null : this.owners.read(label);
    if (owner?.kind === 'county') {
      this.pending = owner;
      this.pendingFrom = start;
    }
    if (MONEY_IN_WORDS.test(label) && owner?.kind !== 'rate') this.refuseWords(start, label);
    if (mark === '。' || mark === ';') this.pending = null;
  }

  onFigure(figure: Figure): void {
    if (isHopeless(this.problems)) return;
    if (figure.counts === 'things' || figure.counts === 'listNumber' || figure.counts === 'rate') return;
    const owner = this.settle(this.owners.read(figure.label));
    if (owner.kind === 'rate') return;
    const named = owner.kind === 'county' || owner.kind === 'unknownCounty' || owner.kind === 'total';
    if (figure.counts === 'nothing' && !named) return;
    const unit = figure.unit;
    if (figure.counts !== 'money' || !(unit === '元' || unit === '万元')) return this.refuseUnit(figure);
    const amount = this.read(figure, unit, owner);
    if (!amount) return;
    if (owner.kind === 'county') this.addCounty(amount, owner);
    else if (owner.kind === 'total') this.addTotal(amount);
    else if (owner.kind === 'unknownCounty') this.refuseUnknown(amount, owner.name);
    else if (this.unassigned.length < MOST_UNASSIGNED) {
      this.unassigned.push({ line: amount.line, asPrinted: amount.clause.slice(-60) });
    }
  }

  /** Gives an amount without words of its own to the county named just before it. */
  private settle(owner: Owner): Owner {
    const takesPending = owner.kind === 'unnamed' || (owner.kind === 'total' && !owner.strong);
    const settled = this.pending && takesPending ? this.pending : owner;
    if (settled.kind !== 'rate') this.pending = null;
    return settled;
  }

  private read(figure: Figure, unit: MoneyUnit, owner: Owner): StatedAmount | null {
    const numeral = this.passage.text.slice(figure.start, figure.end);
    const negative = /[-负]$/.test(figure.label);
    const money = negative ? { zh: '金额为负', en: 'it is negative' } : readMoney(numeral, unit);
    if (owner.kind === 'total' && money === this.total?.fen) return null;
    const from =
      owner.kind === 'county' && figure.label.trim() === '' ? this.pendingFrom : figure.clauseStart;
    const place = placeOf(this.passage, figure.start, [from, figure.clauseEnd]);
    const numeralAsPrinted = printed(this.passage, figure.start, figure.end);
    if (typeof money === 'number') return { ...place, fen: money, numeralAsPrinted, unit };
    this.complete = false;
    const read = `${negative ? '-' : ''}${numeralAsPrinted.slice(0, 60)}${unit}`;
    refuseLine(this.problems, place.line, {
      zh: `“${place.clause.slice(0, 80)}”中的金额“${read}”无法读取：${money.zh}。请按原文更正。`,
      en: `the amount "${read}" in "${place.clause.slice(0, 80)}" cannot be read: ${money.en}. Correct it by the original.`,
    });
    return null;
  }

  private addCounty(amount: StatedAmount, { county, name }: CountyOwner): void {
    const earlier = this.amounts.get(county.id);
    if (!earlier) {
      this.amounts.set(county.id, { ...amount, countyId: county.id, nameAsPrinted: name });
      return;
    }
    this.complete = false;
    refuseLine(this.problems, amount.line, {
      zh: `“${name}”重复：第${earlier.line}行“${earlier.nameAsPrinted}”为${amountAsRead(earlier)}，本行为${amountAsRead(amount)}。同一县（市、区）只能有一笔金额，请更正。`,
      en: `"${name}" stands twice: ${amountAsRead(earlier)} as "${earlier.nameAsPrinted}" on line ${earlier.line}, ${amountAsRead(amount)} here. A county has one amount; correct the text.`,
    });
  }

  private addTotal(amount: StatedAmount): void {
    if (this.total === null || this.total.fen === amount.fen) {
      this.total ??= amount;
      return;
    }
    this.complete = false;
    refuseLine(this.problems, amount.line, {
      zh: `同一标题下写了两个不同的总额：第${this.total.line}行为${amountAsRead(this.total)}，本行为${amountAsRead(amount)}。请核对原文。`,
      en: `two different totals are stated under one heading: ${amountAsRead(this.total)} on line ${this.total.line}, ${amountAsRead(amount)} here. Check the original.`,
    });
  }

  private refuseUnknown(amount: StatedAmount, name: string): void {
    this.complete = false;
    refuseLine(this.problems, amount.line, {
      zh: `“${name}”（${amountAsRead(amount)}）不是本市的县（市、区）。可用的名称：${this.owners.names.join('、')}。`,
      en: `"${name}" (${amountAsRead(amount)}) is no county of this city. Known names: ${this.owners.names.join(', ')}.`,
    });
  }

  private refuseUnit(figure: Figure): void {
    this.complete = false;
    const { passage } = this;
    const read = printed(passage, Math.max(figure.clauseStart, figure.end - 80), figure.clauseEnd);
    const unit = figure.counts === 'nothing' ? '' : figure.unit;
    refuseLine(this.problems, lineAt(passage, figure.start), {
      zh: `读到“${read}”，${unit === '' ? '金额后面没有单位' : `单位“${unit}”不是元或万元`}。请写明“元”或“万元”。`,
      en: `"${read}" was read: ${unit === '' ? 'the amount has no unit' : `its unit "${unit}" is neither 元 nor 万元`}. Write 元 or 万元.`,
    });
  }

  private refuseWords(start: number, label: string): void {
    this.complete = false;
    refuseLine(this.problems, lineAt(this.passage, start), {
      zh: `“${label}”的金额是用汉字写的，无法读取。请改用阿拉伯数字。`,
      en: `the amount in "${label}" is written in Chinese numerals and cannot be read. Use Arabic numerals.`,
    });
  }
}

export function readAmounts(passage: Passage, owners: OwnerReader, problems: TextProblems): ReadAmounts {
  const reader = new AmountReader(passage, owners, problems);
  visitFigures(passage, reader);
  return {
    amounts: [...reader.amounts.values()],
    total: reader.total,
    unassigned: reader.unassigned,
    complete: reader.complete,
  };
}

/** Says how an amount in 万元 was turned into 元. */
export function noteConversion(
  amount: StatedAmount & { readonly nameAsPrinted?: string },
  problems: TextProblems,
): void {
  if (amount.unit === '元') return;
  const whose = amount.nameAsPrinted ?? '总额';
  noteLine(problems, 'conversion', amount.line, {
    zh: `${whose}“${amount.numeralAsPrinted}万元”换算为${printYuan(amount.fen)}元。`,
    en: `${amount.nameAsPrinted ?? 'the total of'} ${amount.numeralAsPrinted} 万元 was converted to ${printYuan(amount.fen)} 元.`,
  });
}
