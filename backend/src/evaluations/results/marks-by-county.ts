import type { EvaluatorMark } from '@yuheng/shared/domain/metrics/values/evaluator-values';
import { engineValue, type EntryValue } from '@yuheng/shared/domain/evaluating/score-entry';
import { sectionsOfLeaves } from '@yuheng/shared/domain/scoring/groups/section-of-leaf';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { MarkRow } from '../evaluations.queries';
import type { SheetOfMarkerRow } from './round-record.queries';

/**
 * Who handed in a section and set no exception on one of its computed leaves confirmed it. Such a row is added only beside
 * another evaluator's exception, where it says something.
 */
export function withConfirmations(
  method: Method,
  marks: readonly MarkRow[],
  sheets: readonly SheetOfMarkerRow[],
): readonly MarkRow[] {
  const sections = sectionsOfLeaves(method);
  const exceptions = marks.filter((one) => one.exception !== null);
  if (exceptions.length === 0) return marks;
  const there = new Set(marks.map((one) => `${one.county}/${one.indicator}/${one.evaluator}`));
  const confirmed = new Map<string, MarkRow>();
  for (const { county, indicator } of exceptions) {
    for (const sheet of sheets) {
      const key = `${county}/${indicator}/${sheet.evaluator}`;
      if (!sheet.submitted || sheet.county !== county || sheet.section !== sections.get(indicator)) continue;
      if (there.has(key)) continue;
      const { evaluator } = sheet;
      confirmed.set(key, {
        county,
        indicator,
        evaluator,
        marks: null,
        value: null,
        exception: null,
        reason: null,
      });
    }
  }
  return [...marks, ...confirmed.values()];
}

/** What evaluators handed in as the engine reads it, by county and leaf, each with the record that it stands in. */
export function marksByCounty(
  marks: readonly MarkRow[],
): ReadonlyMap<string, Readonly<Record<string, readonly EvaluatorMark[]>>> {
  const counties = new Map<string, Record<string, EvaluatorMark[]>>();
  for (const one of marks) {
    const { county, indicator } = one;
    const leaves = counties.get(county) ?? {};
    (leaves[indicator] ??= []).push(markOf(one));
    counties.set(county, leaves);
  }
  return counties;
}

const markOf = ({
  county,
  indicator,
  evaluator,
  marks,
  value,
  exception,
  reason,
}: MarkRow): EvaluatorMark => ({
  ...(marks === null ? {} : { marks }),
  ...(value === null ? {} : { value: engineValue(value as EntryValue) }),
  ...(exception === null ? {} : { exception: { finalScore: exception, reason: reason ?? '' } }),
  record: { kind: 'evaluatorMark', county, id: `${indicator}-${evaluator}` },
});
