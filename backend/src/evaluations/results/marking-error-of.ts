import { markingError } from '@yuheng/shared/domain/evaluating/ranks';
import type { GivenMark } from '@yuheng/shared/domain/evaluating/agreement-gaps';
import { DEFAULT_SCORE_DECIMALS, type Method } from '@yuheng/shared/domain/scoring/method';

/** The leaves on which several marks are put together. */
export const averagedLeaves = ({ indicators }: Method): readonly string[] =>
  indicators.filter(({ rule }) => rule?.kind === 'evaluator').map(({ id }) => id);

/** The stated error of a round’s totals; `settled` names by `county/indicator` the leaves whose score people set. */
export const markingErrorOf = (
  method: Method,
  marks: readonly GivenMark[],
  settled: ReadonlySet<string>,
): string =>
  markingError(marks, {
    counties: new Set(marks.map(({ county }) => county)).size,
    averaged: new Set(averagedLeaves(method)),
    settled,
    decimals: method.scoreDecimals ?? DEFAULT_SCORE_DECIMALS,
  });
