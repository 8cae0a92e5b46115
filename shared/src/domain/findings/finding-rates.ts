import { printRounded, rational } from '../numbers/rational';
import type { IsoDate } from '../period/year-month';
import { findingState, isFindingOverdue, type FindingDays, type FindingState } from './finding-state';

export interface CountedFinding extends FindingDays {
  readonly repeated: boolean;
}

/** Findings counted by state, and two rates with their parts. */
export interface FindingCounts {
  readonly total: number;
  readonly states: Readonly<Record<FindingState, number>>;
  readonly overdue: number;
  /** 按期整改: rectified by their deadline ÷ those whose deadline has come or that were rectified already. */
  readonly inTime: FindingRate;
  /** 重复发生: of the same item a second time within the year ÷ all. */
  readonly repeated: FindingRate;
}

export interface FindingRate {
  readonly part: number;
  readonly whole: number;
  /** Percent with two decimals; null where the whole is 0. */
  readonly rate: string | null;
}

const rateOf = (part: number, whole: number): FindingRate => ({
  part,
  whole,
  rate: whole === 0 ? null : printRounded(rational(part * 100, whole), 2),
});

/**
 * What the board says above its columns. A whole of 0 means that no rate is due, never a full one.
 * Example: 4 findings, one rectified late, one in time, one overdue, one not due yet: in time 1 of 3, 33.33 %.
 */
export function countFindings(findings: readonly CountedFinding[], asOf: IsoDate): FindingCounts {
  const inState = (state: FindingState): number =>
    findings.filter((one) => findingState(one) === state).length;
  const due = findings.filter(
    (one) => isFindingOverdue(one, asOf) || one.rectifiedOn !== null || one.closedOn !== null,
  );
  const inTime = due.filter(
    ({ rectifiedOn, closedOn, deadline }) => (rectifiedOn ?? closedOn ?? '9999-12-31') <= deadline,
  );
  return {
    total: findings.length,
    states: {
      open: inState('open'),
      rectified: inState('rectified'),
      returned: inState('returned'),
      closed: inState('closed'),
    },
    overdue: findings.filter((one) => isFindingOverdue(one, asOf)).length,
    inTime: rateOf(inTime.length, due.length),
    repeated: rateOf(findings.filter(({ repeated }) => repeated).length, findings.length),
  };
}
