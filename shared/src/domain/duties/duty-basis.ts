import { bilingual, type Bilingual } from '../bilingual';
import type { DutyBasis, DutyClock, DutyParty, DutyTerm, FixedDay } from './duty-rule';
import { TEXT_YEARS } from './official-bases';

const inForce =
  (year: number) =>
  ({ year: since, until }: DutyBasis): boolean =>
    since <= year && (until === null || year <= until);

/** The basis of a duty in a year: the newest that is in force; null: it can remind, never be overdue. */
export const basisInForce = (bases: readonly DutyBasis[], year: number): DutyBasis | null =>
  bases.filter(inForce(year)).sort((a, b) => b.year - a.year)[0] ?? null;

/**
 * The basis in words, as every duty prints it. A newer text that does not repeat the clause is named.
 * Example: 依据：玉溪市司法局2022年预算重点领域财政项目文本“五、项目实施内容”：“……”（2022年文本，2025年文本未重申）。
 */
export function basisInWords(bases: readonly DutyBasis[], year: number): Bilingual {
  const basis = basisInForce(bases, year);
  if (basis === null) return NO_BASIS;
  const { document, clause, quotation, year: since } = basis;
  const silent = TEXT_YEARS.filter(
    (one) => one > since && one <= year && !bases.some((other) => other.year === one),
  );
  const [notRepeated, unsaid] =
    silent.length > 0
      ? [`，${silent.join('、')}年文本未重申`, `, not repeated by the text of ${silent.join(', ')}`]
      : ['', ''];
  const [setting, isSetting] = basis.statesTerm
    ? ['', '']
    : ['条款未写明具体日期或天数，期限为系统设置。', ' The clause names no day; the term is a setting.'];
  return bilingual(
    `依据：《${document}》“${clause}”：“${quotation}”（${since}年文本${notRepeated}）。${setting}`,
    `Basis: ${document}, “${clause}”: “${quotation}” (text of ${since}${unsaid}).${isSetting}`,
  );
}

const NO_BASIS = bilingual(
  '本年度没有现行有效的依据：仅作提醒，不计逾期。',
  'No basis is in force in this year: it only reminds and is never overdue.',
);

const TERMS: Readonly<Record<DutyTerm['unit'], (count: number) => Bilingual>> = {
  days: (count) => bilingual(`${count}日内`, `within ${count} days`),
  workingDays: (count) => bilingual(`${count}个工作日内`, `within ${count} working days`),
  months: (count) => bilingual(`${count}个月内`, `within ${count} ${count === 1 ? 'month' : 'months'}`),
  dayOfNextMonth: (count) => bilingual(`次月${count}日前`, `by day ${count} of the following month`),
};

const STARTS = {
  monthEnd: bilingual('自当月结束起算', 'from the end of the month'),
  receipt: bilingual(
    '自县（市、区）财政局收到资金之日起算',
    'from the day on which county finance receives the money',
  ),
} as const;

const fixed = ({ month, day, nextYear }: FixedDay): Bilingual =>
  bilingual(
    `${nextYear ? '次年' : '当年'}${month}月${day}日前`,
    `by ${month}/${day} of ${nextYear ? 'the following year' : 'the year'}`,
  );

/** How the clock starts and runs out, in words. Example: 自县（市、区）财政局收到资金之日起算，1个月内。 */
export function clockInWords(clock: DutyClock): Bilingual {
  if (clock.from === 'fixedDays') {
    const days = clock.days.map(fixed);
    return bilingual(`${days.map(({ zh }) => zh).join('、')}。`, `${days.map(({ en }) => en).join(', ')}.`);
  }
  const [start, term] = [STARTS[clock.from], TERMS[clock.term.unit](clock.term.count)];
  return bilingual(`${start.zh}，${term.zh}。`, `${start.en}, ${term.en}.`);
}

const PARTIES: Readonly<Record<DutyParty, Bilingual>> = {
  cityFinance: bilingual('市财政局', 'city finance bureau'),
  cityJustice: bilingual('市司法局', 'city justice bureau'),
  countyFinance: bilingual('县（市、区）财政局', 'county finance bureau'),
  countyJustice: bilingual('县（市、区）司法局', 'county justice bureau'),
  mediationCommittees: bilingual('人民调解委员会', 'mediation committees'),
};

/** Who owes it, in words. */
export const partiesInWords = (parties: readonly DutyParty[]): Bilingual =>
  bilingual(
    parties.map((party) => PARTIES[party].zh).join('、'),
    parties.map((party) => PARTIES[party].en).join(', '),
  );
