import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Ruling } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { Decision } from '@yuheng/shared/domain/metrics/values/decisions';
import type { DeliberationRow, RulingRow } from './round-record.queries';

const RULINGS: Readonly<Record<Ruling, Bilingual>> = {
  accepted: bilingual('意见采纳', 'opinion accepted'),
  partlyAccepted: bilingual('意见部分采纳', 'opinion partly accepted'),
  notAccepted: bilingual('意见不予采纳', 'opinion not accepted'),
};

const ofDeliberation = (row: DeliberationRow): Decision => ({
  step: 'deliberation',
  title: bilingual(
    `${dayInWords(row.heldOn).zh}合议（${row.minutesNumber}，${row.members.length}人参加）`,
    `deliberation of ${row.heldOn} (${row.minutesNumber}, ${row.members.length} present)`,
  ),
  ...(row.finalScore === null ? {} : { finalScore: row.finalScore }),
  ...(row.value === null ? {} : { value: row.value }),
  reason: row.reason,
  record: { kind: 'deliberation', county: row.county, id: `${row.indicator}-${row.number}` },
});

const ofRuling = (row: RulingRow): Decision => ({
  step: 'ruling',
  title: RULINGS[row.ruling],
  ...(row.finalScore === null ? {} : { finalScore: row.finalScore }),
  reason: row.reason,
  record: { kind: 'replyRuling', county: row.county, id: `${row.indicator}-${row.draft}-${row.version}` },
});

/** What was decided, by county and leaf: 合议 before rulings; of each draft the newest ruling. */
export function decisionsOf(
  deliberations: readonly DeliberationRow[],
  rulings: readonly RulingRow[],
): ReadonlyMap<string, Readonly<Record<string, readonly Decision[]>>> {
  const newest = new Map<string, RulingRow>();
  // A later one of the same draft takes the place of the earlier one, and keeps the order of the drafts.
  for (const row of rulings) newest.set(`${row.county}/${row.indicator}/${row.draft}`, row);
  const counties = new Map<string, Record<string, Decision[]>>();
  const add = ({ county, indicator }: DeliberationRow | RulingRow, decision: Decision): void => {
    const leaves = counties.get(county) ?? {};
    (leaves[indicator] ??= []).push(decision);
    counties.set(county, leaves);
  };
  for (const row of deliberations) add(row, ofDeliberation(row));
  for (const row of newest.values()) add(row, ofRuling(row));
  return counties;
}

/** `county/indicator` of the leaves whose score people set: their marks are no error of the total any more. */
export const settledLeaves = (
  deliberations: readonly DeliberationRow[],
  rulings: readonly RulingRow[],
): ReadonlySet<string> =>
  new Set([
    ...deliberations.map(({ county, indicator }) => `${county}/${indicator}`),
    ...rulings
      .filter(({ finalScore }) => finalScore !== null)
      .map(({ county, indicator }) => `${county}/${indicator}`),
  ]);
