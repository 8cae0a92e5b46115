import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { ZERO } from '@yuheng/shared/domain/numbers/rational';
import { dimensionsOf, fullMarksOf, plainMarks } from '@yuheng/shared/domain/scoring/groups/dimensions';
import { nameOf, type Indicator } from '@yuheng/shared/domain/scoring/method';
import { readNumeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { PlaceRow } from '../regions/places.repository';
import type { ResultRow, RunRow } from './evaluations.queries';

type Run = ResponseOf<typeof endpoints.readScoringRun>;
type Head = ResponseOf<typeof endpoints.listScoringRuns>['scoringRuns'][number];
type CountyScore = Run['counties'][number];

export const asHead = (run: RunRow, demonstration: boolean): Head => ({
  id: run.id,
  program: run.program,
  year: run.year,
  kind: run.kind,
  state: run.finalised ? 'finalised' : 'provisional',
  finalisedOn: run.finalisedOn,
  documentNumber: run.documentNumber,
  createdAt: run.createdAt,
  engineVersion: run.engineVersion,
  inputsSha256: run.inputsSha256,
  demonstration,
});

const marksOf = (indicator: Indicator): string => plainMarks(readNumeral(indicator.marks ?? '0') ?? ZERO);

export function asCountyScore(run: RunRow, { answer }: ResultRow, place: PlaceRow): CountyScore {
  const byId = new Map(run.method.definition.indicators.map((one) => [one.id, one]));
  return {
    county: place.id,
    name: place.name,
    total: answer.total,
    // No verdict before the verdict: a grade stands on finalised results only.
    grade: run.finalised ? answer.grade : null,
    missing: [...(answer.missing ?? [])],
    leaves: answer.indicators.map(({ id, ruleScore, finalScore, state }) => {
      const indicator = byId.get(id);
      return {
        id,
        name: indicator ? nameOf(indicator) : { zh: id, en: id },
        parent: indicator?.parent ?? null,
        marks: indicator ? marksOf(indicator) : '0',
        ruleScore,
        finalScore,
        state: state ?? 'scored',
      };
    }),
  };
}

export function asRun(
  run: RunRow,
  results: readonly ResultRow[],
  counties: readonly PlaceRow[],
  demonstration: boolean,
): Run {
  const { definition, name, version } = run.method;
  const dimensions = dimensionsOf(definition).map(({ id, name: title, marks }) => ({
    id,
    name: title,
    marks,
  }));
  return {
    ...asHead(run, demonstration),
    method: { name, version, fullMarks: fullMarksOf(definition), dimensions },
    counties: counties.flatMap((place) => {
      const result = results.find((one) => one.county === place.id);
      return result ? [asCountyScore(run, result, place)] : [];
    }),
  };
}
