import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { IsoDate } from '../../period/year-month';
import type { CountyYearFacts, Movement, RecordReference } from '../facts';

/** What the days of the money are read from: its movements, as far as they are known on the day of the facts. */
export type Ledger = Pick<CountyYearFacts, 'movements' | 'asOf'>;

/** A movement of money, less what was reversed of it. Fen, above 0. */
export interface StandingMovement {
  readonly record: RecordReference;
  readonly date: IsoDate;
  readonly amount: number;
  /** Of a receipt: as its movement says. */
  readonly passOnBy?: IsoDate;
}

/**
 * The movements of a stage known on the day of the facts, in order of date, net of reversals (红字冲销): a reversal takes
 * back what moved last before it. Refused: more was reversed than had moved, naming the stage's day and amount.
 * Example: received 200,000 yuan on 04-20 and −20,000 on 04-25 stands as 180,000 on 04-20.
 */
export function standingMovements(
  facts: Ledger,
  stage: Movement['stage'],
): Outcome<readonly StandingMovement[]> {
  const ordered = facts.movements
    .filter((one) => one.stage === stage && one.date <= facts.asOf)
    .sort((a, b) => (a.date === b.date ? b.amount - a.amount : a.date < b.date ? -1 : 1));
  const standing: StandingMovement[] = [];
  for (const { record, date, amount, passOnBy } of ordered) {
    if (amount > 0) standing.push({ record, date, amount, ...(passOnBy ? { passOnBy } : {}) });
    let reversed = Math.max(0, -amount);
    while (reversed > 0) {
      const last = standing.pop();
      if (!last) return refused([overReversed(date, reversed)]);
      if (last.amount > reversed) standing.push({ ...last, amount: last.amount - reversed });
      reversed = Math.max(0, reversed - last.amount);
    }
  }
  return accepted(standing);
}

/** Why nobody can say when the money of these stages moved; empty for a sound ledger. */
export const ledgerRefusals = (facts: Ledger, stages: readonly Movement['stage'][]): readonly Refusal[] =>
  stages.flatMap((stage) => {
    const standing = standingMovements(facts, stage);
    return standing.ok ? [] : standing.refusals;
  });

function overReversed(date: IsoDate, amount: number): Refusal {
  const yuan = printYuan(fen(amount));
  return refusal(
    '/movements',
    `${date}的红字冲销比此前登记的金额多${yuan}元，请核对资金登记。`,
    `The reversal of ${date} exceeds what was registered before it by ${yuan} yuan; check the ledger.`,
  );
}

/** What of these had moved by the end of a day. */
export const movedBy = (movements: readonly StandingMovement[], day: IsoDate): number =>
  movements.filter((one) => one.date <= day).reduce((sum, one) => sum + one.amount, 0);
