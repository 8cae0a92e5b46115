import type { Funds } from '@yuheng/shared/contract/funds';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { issuePlanSentence } from '@yuheng/shared/domain/ledger/issue-plan-in-words';
import {
  reconciliationInWords,
  type ReconciliationState,
} from '@yuheng/shared/domain/ledger/reconciliation-state';
import { citySpendingOf } from '@yuheng/shared/domain/metrics/funds/city-spending';
import { filingState, fourFilings } from '@yuheng/shared/domain/metrics/funds/filing-timeliness';
import { DEFAULT_METRIC_SETTINGS } from '@yuheng/shared/domain/metrics/metric';
import { fen, sumFen } from '@yuheng/shared/domain/money/fen';
import type { MoneyChain } from '@yuheng/shared/domain/monitoring/money-chain';
import { printRounded, rational } from '@yuheng/shared/domain/numbers/rational';
import { monthsOfYear } from '@yuheng/shared/domain/period/year-month';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { fundsSentence } from '@yuheng/shared/domain/sentences/funds';
import type { PlanInForce } from '../funds/issue-plans.repository';
import {
  figureState,
  gatheredOf,
  splitYearOf,
  type CountyOfYear,
  type YearOfCounties,
} from './year-standing';

export interface FundsSource extends YearOfCounties {
  readonly program: Funds['program'];
  readonly year: number;
  readonly asOf: string;
  readonly demonstration: boolean;
  readonly plan: PlanInForce | null;
  /** 对账 by county. */
  readonly reconciled: ReadonlyMap<string, ReconciliationState>;
}

export function presentFunds(source: FundsSource): Funds {
  const { program, year, asOf, demonstration } = source;
  const counties = source.counties.map((one) => countyFunds(one, source));
  const total = (figure: (one: Funds['counties'][number]) => number): number =>
    counties.reduce((sum, one) => sum + figure(one), 0);
  const totals = {
    budgetFen: total((one) => one.budgetFen ?? 0),
    issuedFen: total((one) => one.issued.fen),
    receivedFen: total((one) => one.received.fen),
    passedOnFen: total((one) => one.passedOn.fen),
    spentFen: total((one) => one.spentFen),
    expectedFen: total((one) => one.expectedFen),
    advancedFen: total((one) => one.advancedFen),
  };
  const splitYear = splitYearOf(source.counties);
  return {
    program,
    year,
    asOf,
    asOfChoice: source.asOfChoice,
    demonstration,
    state: figureState(source),
    headline: fundsSentence(year, totals, { isGathered: gatheredOf(source.counties).length > 0, splitYear }),
    splitYear,
    total: totals,
    counties,
    plan: source.plan && planned(year, source.plan, counties),
    months: monthsOf(gatheredOf(source.counties), year),
  };
}

/** What is laid down beside what was issued, county by county in official order. */
function planned(year: number, plan: PlanInForce, all: Funds['counties']): Funds['plan'] {
  const byCounty = new Map(plan.counties.map((one) => [one.county, one]));
  const counties = all.flatMap(({ id, name, issued }) => {
    const one = byCounty.get(id);
    if (!one) return [];
    const { advanceFen, finalFen } = one;
    const plannedFen = advanceFen + finalFen;
    const leftFen = plannedFen - issued.fen;
    return [{ id, name, advanceFen, finalFen, plannedFen, issuedFen: issued.fen, leftFen }];
  });
  const { documentNumber, decidedOn, number } = plan;
  const sentence = issuePlanSentence({
    ...{ documentNumber, decidedOn, year },
    plannedFen: sumFen(counties.map((one) => fen(one.plannedFen))),
    issuedFen: sumFen(counties.map((one) => fen(one.issuedFen))),
  });
  return { documentNumber, decidedOn, number, sentence, counties };
}

const NO_LINK = { fen: 0, on: null, documentNumber: null };

function countyFunds(
  { place, gathered, published }: CountyOfYear,
  { year, reconciled }: FundsSource,
): Funds['counties'][number] {
  const { id, name, row, column } = place;
  const state = reconciled.get(id);
  const own = {
    id,
    name,
    tile: row !== null && column !== null ? { row, column } : null,
    reconciliation: state ? { ...state, text: reconciliationInWords(state) } : null,
    months: gathered ? monthsOf([gathered], year) : [],
  };
  if (!gathered) {
    return {
      ...own,
      posts: published?.posts ?? null,
      budgetFen: published?.fen ?? null,
      state: 'notDue',
      issued: NO_LINK,
      received: NO_LINK,
      passedOn: NO_LINK,
      spentFen: 0,
      expectedFen: 0,
      executionRate: null,
      passOnDays: null,
      clockDays: null,
      clockState: 'notDue',
      advancedFen: 0,
      advanceSettledOn: null,
      filed: 0,
      filingsDue: 0,
      light: 'none',
      text: bilingual('未到期', 'not due'),
    };
  }
  const { facts, standing } = gathered;
  const { chain } = standing;
  const filings = fourFilings(facts, DEFAULT_METRIC_SETTINGS).map((one) => filingState(one, facts.asOf));
  return {
    ...own,
    posts: facts.posts,
    budgetFen: facts.adjustedBudget,
    state: 'reported',
    issued: linkOf(chain.issued),
    received: linkOf(chain.received),
    passedOn: linkOf(chain.passedOn),
    spentFen: chain.spent,
    expectedFen: gathered.expectedToDate,
    executionRate: rate(chain.spent, chain.received.amount),
    passOnDays: chain.passOnDays,
    clockDays: chain.clockDays,
    clockState: chain.clockState,
    advancedFen: chain.advanced - chain.settled,
    advanceSettledOn: chain.settledOn,
    filed: filings.filter((one) => one === 'inTime' || one === 'late').length,
    filingsDue: filings.filter((one) => one !== 'notDue').length,
    light: standing.light,
    text: whoseMove(chain),
  };
}

const linkOf = ({
  amount,
  on,
  documentNumber,
}: MoneyChain['issued']): Funds['counties'][number]['issued'] => ({
  fen: amount,
  on,
  documentNumber,
});

const rate = (part: number, whole: number): string | null =>
  whole > 0 ? printRounded(rational(BigInt(part) * 100n, BigInt(whole)), 2) : null;

/** Who has to move next, and since when. */
function whoseMove({ whoseClock, received, passedOn, passOnDays, clockDays }: MoneyChain): Bilingual {
  const day = (on: string | null): Bilingual => (on ? dayInWords(on) : bilingual('', ''));
  if (whoseClock === 'city') return bilingual('市级资金尚未下达', 'city money not issued yet');
  if (whoseClock === 'countyFinance') {
    return bilingual(
      `${day(received.on).zh}到位，已 ${passOnDays ?? 0} 天，县财政局尚未拨付（时限 ${clockDays ?? 0} 天）`,
      `received on ${day(received.on).en}, ${passOnDays ?? 0} days ago, not passed on by county finance (clock ${clockDays ?? 0} days)`,
    );
  }
  return bilingual(
    `${day(passedOn.on).zh}拨付县司法局，到位后 ${passOnDays ?? 0} 天`,
    `passed on to the county justice bureau on ${day(passedOn.on).en}, ${passOnDays ?? 0} days after receipt`,
  );
}

/** Spending by month of these counties together. */
function monthsOf(gathered: readonly NonNullable<CountyOfYear['gathered']>[], year: number): Funds['months'] {
  const expected = gathered.flatMap((one) => one.expected);
  return monthsOfYear(year).map((month) => {
    const wages = gathered.flatMap(({ facts }) => facts.wageMonths.filter((one) => one.month === month));
    const known = wages.filter((one) => one.state === 'reported' || one.state === 'late');
    const sum = (figure: (one: (typeof known)[number]) => number): number =>
      known.reduce((total, one) => total + figure(one), 0);
    return {
      month,
      approved: known.length > 0 && known.every((one) => one.stage === 'approved'),
      cityPartFen: sum(citySpendingOf),
      countyPartFen: sum((one) => one.countyPart),
      // Settled advances are in the city part already: counted here too, a month would show them twice.
      advancedFen: sum((one) => (one.advanceSettledOn === null ? one.countyAdvance : 0)),
      expectedFen: expected
        .filter((one) => one.month === month)
        .reduce((total, one) => total + one.amount, 0),
      due: wages.some((one) => one.state !== 'notDue'),
    };
  });
}
