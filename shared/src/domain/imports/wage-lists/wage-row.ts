import { bilingual, type Bilingual } from '../../bilingual';
import { fen, type Fen, type MoneyUnit } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import type { IsoDate, YearMonth } from '../../period/year-month';
import { plainDigits } from '../../personal-data/plain-digits';
import { readResidentIdentityNumber } from '../../personal-data/resident-identity-number';
import { accepted, refusal, refused, type Outcome } from '../../refusal';
import type { Regions } from '../../regions/dated-names';
import { plainFigure } from '../plain-figure';
import { readCounty } from '../read-county';
import { readMoney } from '../read-figure';
import { readDay, readMonth } from '../read-period';
import { WAGE_AMOUNTS, type WageAmount, type WageField } from './wage-columns';

/** One person's wage of the month. Nothing of it is kept: the sheet takes the sums. */
export interface WageRow {
  /** Its row in the workbook. */
  readonly row: number;
  readonly name: string;
  readonly identityNumber: string;
  readonly paidOn: IsoDate | null;
  /** Absent: the list has no such column. */
  readonly amounts: Readonly<Partial<Record<Exclude<WageAmount, 'amount' | 'gross'>, Fen>>>;
}

/** A sentence of one cell: a refusal, or what was understood. */
export interface SaidOfCell {
  readonly field: WageField;
  readonly text: Bilingual;
}

export interface ReadWageRow {
  /** Null where a cell cannot be taken. */
  readonly row: WageRow | null;
  readonly errors: readonly SaidOfCell[];
  readonly understood: readonly SaidOfCell[];
}

/** Whose list it is, and what the cells are read by. */
export interface WageListOf {
  readonly county: string;
  readonly month: YearMonth;
  readonly today: IsoDate;
  readonly regions: Regions;
  /** Of each column of money: the unit that its heading or the line above names. */
  readonly units: ReadonlyMap<WageField, MoneyUnit>;
}

type Cells = ReadonlyMap<WageField, string>;

const SOURCES: readonly [RegExp, 'cityPart' | 'countyAdvance' | 'countyPart'][] = [
  [/垫付/, 'countyAdvance'],
  [/^(?:市级?|上级)(?:财政)?(?:补助|补贴|资金|经费)?(?:资金)?$/, 'cityPart'],
  [/^(?:县|区|县区|本)级?(?:财政)?(?:配套|补助|补贴|资金|经费|负担)?(?:资金)?$/, 'countyPart'],
];

/** Reads where an amount comes from. Refused at the pointer: what is none of the three. */
function readSource(text: string): Outcome<'cityPart' | 'countyAdvance' | 'countyPart'> {
  const plain = plainFigure(text);
  const found = SOURCES.find(([words]) => words.test(plain));
  if (found) return accepted(found[1]);
  const shown = text.trim().slice(0, 40);
  return refused([
    refusal(
      '',
      `“${shown}”不是可读的资金来源，请改为市级补助、县级垫付或县级配套。`,
      `"${shown}" is not a source of money: write 市级补助, 县级垫付 or 县级配套.`,
    ),
  ]);
}

/** A workbook keeps 15 digits of a number: of an identity number that was typed as one the end is lost. */
const LOST_DIGITS = bilingual(
  '身份证号被存成了数字，末三位已经丢失；请把这一列设为“文本”格式后重新填写。',
  'The identity number was kept as a number and its last digits are lost: format the column as text and type it again.',
);

const checkedIdentity = (text: string): Outcome<string> => {
  const outcome = readResidentIdentityNumber(text, '');
  return !outcome.ok && /^\d{15}000$/.test(plainDigits(text))
    ? refused([{ pointer: '', detail: LOST_DIGITS }])
    : outcome;
};

/**
 * Reads the cells of one person. An empty amount is 0, because lists leave out what a person does not get; an empty name,
 * identity number or source is refused, and so are a row of another county or month, a day after today, a gross wage that
 * is not the sum of its parts, and an advance above the city part, of which it is a part.
 * Example: 市级补助 1000, 县级配套 800, 实发 1800 → cityPart 100,000 fen, countyPart 80,000 fen.
 */
export function readWageRow(row: number, cells: Cells, list: WageListOf): ReadWageRow {
  const errors: SaidOfCell[] = [];
  const understood: SaidOfCell[] = [];
  const take = <Value>(field: WageField, outcome: Outcome<Value>): Value | null => {
    if (outcome.ok) return outcome.value;
    errors.push(...outcome.refusals.map(({ detail }) => ({ field, text: detail })));
    return null;
  };
  const name = (cells.get('name') ?? '').normalize('NFKC').replace(/\s/g, '');
  if (name === '' || name.length > 50) errors.push({ field: 'name', text: NO_NAME });
  const identityNumber = take('identityNumber', checkedIdentity(cells.get('identityNumber') ?? ''));
  checkPlace(cells, list, { take, errors, understood });
  const paidOn = readPaidOn(cells, list, { take, errors, understood });
  const amounts = readAmounts(cells, list, { take, errors, understood });
  const isWhole = errors.length === 0 && identityNumber !== null;
  return {
    row: isWhole ? { row, name, identityNumber, paidOn, amounts } : null,
    errors,
    understood,
  };
}

interface Reading {
  readonly take: <Value>(field: WageField, outcome: Outcome<Value>) => Value | null;
  readonly errors: SaidOfCell[];
  readonly understood: SaidOfCell[];
}

const NO_NAME = bilingual('缺少姓名，请补填。', 'The name is missing; fill it in.');

function checkPlace(cells: Cells, list: WageListOf, { take, errors, understood }: Reading): void {
  const county = cells.get('county') ?? '';
  const read = county === '' ? null : take('county', readCounty(county, list.regions, list.today, ''));
  if (read && read.value !== list.county) errors.push({ field: 'county', text: otherCounty(county) });
  else if (read?.understood) understood.push({ field: 'county', text: read.understood });
  const month = cells.get('month') ?? '';
  const said = month === '' ? null : take('month', readMonth(month, ''));
  if (said !== null && said !== list.month)
    errors.push({ field: 'month', text: otherMonth(said, list.month) });
}

const otherCounty = (shown: string): Bilingual =>
  bilingual(
    `“${shown.slice(0, 40)}”不是本县（市、区），不能填入本表；请删去其他县（市、区）的人员。`,
    `"${shown.slice(0, 40)}" is another county, whose rows cannot be taken; remove them.`,
  );

const otherMonth = (said: YearMonth, wanted: YearMonth): Bilingual =>
  bilingual(
    `这一行是${said}的工资，本表是${wanted}；补发以前月份的，请填入当月的表。`,
    `The row is of ${said} and the sheet of ${wanted}; wages of another month belong into that month's sheet.`,
  );

function readPaidOn(cells: Cells, { today }: WageListOf, { take, errors }: Reading): IsoDate | null {
  const text = cells.get('paidOn') ?? '';
  const day = text === '' ? null : take('paidOn', readDay(text, ''));
  if (day === null || day <= today) return day;
  const late = bilingual(
    `发放日期${day}晚于今天${today}，请填写实际发放的日期。`,
    `The date paid, ${day}, is after today, ${today}; give the day on which it was paid.`,
  );
  errors.push({ field: 'paidOn', text: late });
  return null;
}

function readAmounts(cells: Cells, list: WageListOf, { take, errors, understood }: Reading) {
  const read = new Map<WageAmount, Fen>();
  for (const field of WAGE_AMOUNTS) {
    const text = cells.get(field);
    if (text === undefined) continue;
    const money =
      text === ''
        ? { value: fen(0), understood: null }
        : take(field, readMoney(text, list.units.get(field) ?? '元', ''));
    if (money === null) continue;
    read.set(field, money.value);
    if (money.understood) understood.push({ field, text: money.understood });
  }
  const { amount, gross, ...parts } = Object.fromEntries(read) as Partial<Record<WageAmount, Fen>>;
  const bySource = amount === undefined ? null : take('source', readSource(cells.get('source') ?? ''));
  const amounts = withAmount(parts, bySource, amount ?? fen(0));
  const { cityPart = 0, countyPart = 0, countyAdvance = 0 } = amounts;
  if (gross !== undefined && errors.length === 0 && gross !== cityPart + countyPart) {
    errors.push({ field: 'gross', text: grossOf(gross, fen(cityPart + countyPart)) });
  }
  if (countyAdvance > cityPart) {
    errors.push({ field: cells.has('countyAdvance') ? 'countyAdvance' : 'amount', text: BEYOND_CITY_PART });
  }
  return amounts;
}

type Parts = WageRow['amounts'];

/** What is advanced by the county is part of the city part: it reached the person as such. */
function withAmount(
  parts: Parts,
  source: 'cityPart' | 'countyAdvance' | 'countyPart' | null,
  amount: Fen,
): Parts {
  if (source === null) return parts;
  const advanced = source === 'countyAdvance' ? amount : fen(0);
  return {
    ...parts,
    cityPart: source === 'countyPart' ? fen(0) : amount,
    countyAdvance: advanced,
    countyPart: source === 'countyPart' ? amount : fen(0),
  };
}

const grossOf = (gross: Fen, sum: Fen): Bilingual =>
  bilingual(
    `实发${printYuan(gross)}元，与市级补助、县级配套之和${printYuan(sum)}元不符，请核对。`,
    `The gross wage of ${printYuan(gross)} yuan is not the sum of city and county part, ${printYuan(sum)} yuan; check them.`,
  );

const BEYOND_CITY_PART = bilingual(
  '县级垫付超过了市级补助；垫付的只能是市级补助部分，县级负担的请填入县级配套。',
  'The advance is above the city part, of which it is a part; what the county bears itself belongs to the county part.',
);
