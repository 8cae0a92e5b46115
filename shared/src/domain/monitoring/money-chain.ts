import { citySpendingOf, movedOf } from '../metrics/funds/city-spending';
import { firstMovement, firstMovementOn, passOnDueOn } from '../metrics/funds/earlier-link';
import { standingMovements } from '../metrics/funds/money-in-order';
import type { CountyYearFacts, Movement, ValueState } from '../metrics/facts';
import type { MetricSettings } from '../metrics/metric';
import { DEFAULT_METRIC_SETTINGS } from '../metrics/metric';
import { fen } from '../money/fen';
import type { Fen } from '../money/fen';
import { stateOfDated } from '../period/duty-clock';
import { daysBetween } from '../period/year-month';
import type { IsoDate } from '../period/year-month';

/** One link of the chain: how much so far, and when it last moved. */
export interface ChainLink {
  readonly amount: Fen;
  readonly on: IsoDate | null;
  readonly documentNumber: string | null;
}

/** Who has to move next: the city to issue, county finance to pass on, the county justice bureau to pay. */
export type ClockOwner = 'city' | 'countyFinance' | 'countyJustice';

/** 指标下达 → 到位 → 拨付 → 支出, so far, with the days between and whose clock runs. */
export interface MoneyChain {
  readonly issued: ChainLink;
  readonly received: ChainLink;
  readonly passedOn: ChainLink;
  /** City money that reached persons; an advance counts once it is settled. */
  readonly spent: Fen;
  /** 县级垫付 of the year so far, and how much of it is settled (归垫). */
  readonly advanced: Fen;
  readonly settled: Fen;
  /** The last settlement; null before the first. */
  readonly settledOn: IsoDate | null;
  readonly daysFromIssueToReceipt: number | null;
  /** Days from receipt to pass-on, or to the day of the facts while it is not passed on; null before receipt. */
  readonly passOnDays: number | null;
  /** Days from receipt to the day by which it is to be passed on; null before receipt, when no clock runs. */
  readonly clockDays: number | null;
  /** reported: passed on in time; late; missing: not passed on and over the clock; notDue. */
  readonly clockState: ValueState;
  readonly whoseClock: ClockOwner;
}

/** A link by its last movement that stands: one that was reversed moved nothing on its day. */
function linkOf(facts: CountyYearFacts, stage: Movement['stage']): ChainLink {
  const standing = standingMovements(facts, stage);
  const last = standing.ok ? standing.value.at(-1) : undefined;
  const movement = facts.movements.find(({ record }) => record === last?.record);
  return {
    amount: movedOf(facts, stage),
    on: last?.date ?? null,
    documentNumber: movement?.documentNumber ?? null,
  };
}

function whoseClock(
  issuedOn: IsoDate | null,
  receivedOn: IsoDate | null,
  passedOn: IsoDate | null,
): ClockOwner {
  if (issuedOn === null && receivedOn === null) return 'city';
  return passedOn === null ? 'countyFinance' : 'countyJustice';
}

/** Where one county's money is. County finance passes it on by the day of the year's duty rule (30 days at first; not in the texts). */
export function moneyChain(
  facts: CountyYearFacts,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): MoneyChain {
  const issuedOn = firstMovementOn(facts, 'issue');
  const receipt = firstMovement(facts, 'receipt');
  const receivedOn = receipt && receipt.date;
  const passedOn = firstMovementOn(facts, 'passOn');
  const passOnBy = receipt && passOnDueOn(receipt, settings);
  const known = facts.wageMonths.filter((one) => one.state === 'reported' || one.state === 'late');
  const settled = known.filter((one) => one.advanceSettledOn !== null && one.countyAdvance > 0);
  const settlements = settled.map((one) => one.advanceSettledOn).sort();
  return {
    issued: linkOf(facts, 'issue'),
    received: linkOf(facts, 'receipt'),
    passedOn: linkOf(facts, 'passOn'),
    spent: fen(known.reduce((sum, one) => sum + citySpendingOf(one), 0)),
    advanced: fen(known.reduce((sum, one) => sum + one.countyAdvance, 0)),
    settled: fen(settled.reduce((sum, one) => sum + one.countyAdvance, 0)),
    settledOn: settlements.at(-1) ?? null,
    daysFromIssueToReceipt: issuedOn && receivedOn ? daysBetween(issuedOn, receivedOn) : null,
    passOnDays: receivedOn ? daysBetween(receivedOn, passedOn ?? facts.asOf) : null,
    clockDays: receivedOn && passOnBy ? daysBetween(receivedOn, passOnBy) : null,
    clockState: stateOfDated(passOnBy, passedOn, facts.asOf),
    whoseClock: whoseClock(issuedOn, receivedOn, passedOn),
  };
}
