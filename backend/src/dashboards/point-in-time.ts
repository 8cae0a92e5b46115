import type { AsOfChoice } from '@yuheng/shared/contract/values';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { FinalisationRow, RoundRow } from '../evaluations/evaluations.queries';

/** From when a program year is looked at: the day its figures stand for, and the instant by which they were known. */
export interface PointInTime {
  readonly day: IsoDate;
  /** Null: as everything is known now. */
  readonly knownBefore: Date | null;
  /** The finalised result that was asked for. */
  readonly run: string | null;
  readonly chosen: string | null;
  readonly text: AsOfChoice['text'];
}

/**
 * The rounds of a program year as they stood on the day of a point in time: those alone that were finalised by then, each with
 * the result that was final on that day. How far evaluators were on that day is not kept, so that a round in work is not shown.
 */
export function roundsAt(
  rounds: readonly RoundRow[],
  finalisations: readonly FinalisationRow[],
  { day, run }: Pick<PointInTime, 'day' | 'run'>,
): RoundRow[] {
  return rounds.flatMap((round) => {
    const own = finalisations.filter((one) => one.round === round.id);
    const then = own.find((one) => one.run === run) ?? own.find(({ finalisedOn }) => finalisedOn <= day);
    if (!then) return [];
    const { finalisedOn, documentNumber, run: finalisedRun } = then;
    return [{ ...round, finalisedOn, documentNumber, finalisedRun }];
  });
}
