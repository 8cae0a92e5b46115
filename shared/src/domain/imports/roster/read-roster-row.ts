import { bilingual, type Bilingual } from '../../bilingual';
import {
  maskBankCardNumber,
  readBankCardNumber,
  type BankCardNumber,
} from '../../personal-data/bank-card-number';
import {
  maskResidentIdentityNumber,
  readResidentIdentityNumber,
  type ResidentIdentityNumber,
} from '../../personal-data/resident-identity-number';
import type { IsoDate } from '../../period/year-month';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../../refusal';
import { EMPLOYMENTS } from '../../roster/contract-term';
import { readDay } from '../read-period';
import { EMPLOYMENT_WORDS, NO_OFFICE, type RosterCells, type RosterField } from './roster-columns';
import type { RosterOffice, RosterEntry } from './roster-entry';

/** What a row is read beside. */
export interface RosterRowOf {
  /** As `readIdentityCell` reads it; null: it could not, or there is none. */
  readonly identityNumber: ResidentIdentityNumber | null;
  /** Null: the roster has nobody with this number. */
  readonly recorded: RosterEntry | null;
  readonly offices: readonly RosterOffice[];
}

/** Days of a working life, as the forms of the roster take them. */
const [FIRST_DAY, LAST_DAY] = ['1950-01-01', '2100-12-31'];
const LONGEST = { name: 50, reason: 500 };

/** What is typed in a number's cell: the mask stands for the number that is recorded. */
const isMaskOf = (cell: string, mask: string | null): boolean =>
  mask !== null && cell.replace(/\s/g, '') === mask;

/**
 * The identity number of a row: whole, or the mask of the one that its record has; null where the record has none and the
 * row names none either. Refusals never repeat the cell.
 */
export function readIdentityCell(
  cell: string,
  recorded: Pick<RosterEntry, 'identityNumber'> | null,
): Outcome<ResidentIdentityNumber | null> {
  const number = recorded?.identityNumber ?? null;
  if (number !== null && isMaskOf(cell, maskResidentIdentityNumber(number))) return accepted(number);
  if (recorded !== null && number === null && cell === '') return accepted(null);
  if (cell === '') return no('identityNumber', NO_NUMBER);
  if (cell.includes('*')) return no('identityNumber', MASKED);
  return readResidentIdentityNumber(cell, '/identityNumber');
}

/**
 * Reads a row of a roster. Refusals point at the column, such as `/contractFrom`, and never repeat what stands in the cell:
 * somebody's number may stand in the wrong one. Whether days and contract fit together is not asked here.
 *
 * Of somebody who is recorded the last period on post is what the row says; a first day after the end of that period is
 * another period, because whoever comes back is on post anew. Example: recorded 2024-01-01 to 2025-03-31, the row says
 * from 2025-06-01: two periods.
 */
export function readRosterRow(cells: RosterCells, row: RosterRowOf): Outcome<RosterEntry> {
  const refusals: Refusal[] = [];
  const take = <Value>(outcome: Outcome<Value>): Value | null => {
    if (outcome.ok) return outcome.value;
    refusals.push(...outcome.refusals);
    return null;
  };
  const name = take(readName(cells.name));
  const bankCard = take(readCardCell(cells.bankCard, row.recorded?.bankCard ?? null));
  const employment = take(readEmployment(cells.employment));
  const office = take(readOffice(cells.office, row.offices));
  const contractFrom = take(readDayCell(cells, 'contractFrom'));
  const contractUntil = take(readDayCell(cells, 'contractUntil'));
  const insuredSince = take(readDayCell(cells, 'insuredSince'));
  const periods = take(readPeriods(cells, row.recorded?.periods ?? []));
  if (refusals.length > 0 || name === null || employment === null || periods === null) {
    return refused(refusals);
  }
  const { identityNumber } = row;
  return accepted({
    ...{ name, identityNumber, bankCard, employment, office: office?.id ?? null },
    ...{ contractFrom, contractUntil, insuredSince, periods },
  });
}

const no = (field: RosterField, { zh, en }: Bilingual): Outcome<never> =>
  refused([refusal(`/${field}`, zh, en)]);

function readName(cell: string): Outcome<string> {
  const name = cell.trim();
  if (name === '') return no('name', NO_NAME);
  return [...name].length > LONGEST.name ? no('name', TOO_LONG) : accepted(name);
}

function readCardCell(cell: string, recorded: BankCardNumber | null): Outcome<BankCardNumber | null> {
  if (cell === '') return accepted(null);
  if (recorded !== null && isMaskOf(cell, maskBankCardNumber(recorded))) return accepted(recorded);
  return cell.includes('*') ? no('bankCard', MASKED) : readBankCardNumber(cell, '/bankCard');
}

function readEmployment(cell: string): Outcome<RosterEntry['employment']> {
  const found = EMPLOYMENTS.find((one) => EMPLOYMENT_WORDS[one] === cell.replace(/\s/g, ''));
  return found ? accepted(found) : no('employment', NO_EMPLOYMENT);
}

/** Null: the county bureau itself. */
function readOffice(cell: string, offices: readonly RosterOffice[]): Outcome<RosterOffice | null> {
  const name = cell.replace(/\s/g, '');
  if (name === NO_OFFICE) return accepted(null);
  const found = offices.find((one) => one.name === name);
  return found ? accepted(found) : no('office', NO_SUCH_OFFICE);
}

type DayField = 'contractFrom' | 'contractUntil' | 'insuredSince' | 'onPostFrom' | 'onPostUntil';

function readDayCell(cells: RosterCells, field: DayField): Outcome<IsoDate | null> {
  if (cells[field] === '') return accepted(null);
  const day = readDay(cells[field], '');
  const isOne = day.ok && day.value >= FIRST_DAY && day.value <= LAST_DAY;
  return isOne ? day : no(field, NO_DAY);
}

type Periods = RosterEntry['periods'];

function readPeriods(cells: RosterCells, recorded: Periods): Outcome<Periods> {
  const [from, until] = [readDayCell(cells, 'onPostFrom'), readDayCell(cells, 'onPostUntil')];
  if (!from.ok || !until.ok) {
    return refused([from, until].flatMap((one) => (one.ok ? [] : one.refusals)));
  }
  if (from.value === null) return no('onPostFrom', NO_FIRST_DAY);
  const reason = cells.reason.trim();
  if ([...reason].length > LONGEST.reason) return no('reason', TOO_LONG);
  if (reason !== '' && until.value === null) return no('onPostUntil', NO_LAST_DAY);
  const period = { from: from.value, until: until.value, reason: reason === '' ? null : reason };
  const last = recorded.at(-1);
  const isAnother = last !== undefined && last.until !== null && period.from > last.until;
  const isLeft = period.until !== null && (isAnother || last?.until !== period.until);
  if (isLeft && period.reason === null) return no('reason', NO_REASON);
  return accepted([...(isAnother ? recorded : recorded.slice(0, -1)), period]);
}

const NO_NUMBER = bilingual(
  '缺少公民身份号码，请补填 18 位号码。',
  'The identity number is missing; fill in its 18 characters.',
);
const MASKED = bilingual(
  '号码被“*”遮蔽，且与登记的号码对不上；不改的请恢复下载时的内容，要改的请填写完整号码。',
  'The number is masked and is not the recorded one: put back what the download said, or fill in the whole number.',
);
const NO_NAME = bilingual('缺少姓名，请补填。', 'The name is missing; fill it in.');
const TOO_LONG = bilingual(
  '内容过长：姓名不超过 50 字，离岗原因不超过 500 字，请删减。',
  'It is too long: a name has at most 50 characters, a reason 500; shorten it.',
);
const NO_EMPLOYMENT = bilingual(
  `用工方式请从列表中选择：${Object.values(EMPLOYMENT_WORDS).join('、')}。`,
  `Choose the employment from the list: ${Object.values(EMPLOYMENT_WORDS).join(', ')}.`,
);
const NO_SUCH_OFFICE = bilingual(
  '本县（市、区）没有这个司法所，请从列表中选择；在局机关工作的选“局机关”。',
  'This county has no such justice office: choose one of the list, or 局机关 for the bureau itself.',
);
const NO_DAY = bilingual(
  '不是可读的日期，请改为例如 2025-03-01 的写法，年份在 1950 至 2100 之间。',
  'It cannot be read as a day; write it like 2025-03-01, between 1950 and 2100.',
);
const NO_FIRST_DAY = bilingual('缺少到岗日期，请补填。', 'The first day on post is missing; fill it in.');
const NO_LAST_DAY = bilingual(
  '填写了离岗原因，请同时填写最后在岗日；仍在岗的请删去原因。',
  'A reason is given why it ended: fill in the last day too, or remove the reason of somebody still on post.',
);
const NO_REASON = bilingual(
  '填写了最后在岗日，请同时填写离岗原因。',
  'A last day on post is filled in: say why it ended.',
);
