import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import {
  add,
  parseDecimal,
  printExact,
  printRounded,
  ZERO,
  type Rational,
} from '@yuheng/shared/domain/numbers/rational';
import { readNumeral } from '@yuheng/shared/domain/scoring/numeral';
import { nameOf, type Indicator, type Method } from '@yuheng/shared/domain/scoring/method';
import type { ScoreAnswer } from '@yuheng/shared/domain/scoring/score';
import type { PlaceRow } from '../regions/places.repository';
import type { ResultRow, RunRow } from './evaluations.queries';

type Run = ResponseOf<typeof endpoints.readScoringRun>;
type Head = ResponseOf<typeof endpoints.listScoringRuns>['scoringRuns'][number];
type CountyScore = Run['counties'][number];
export interface Dimension {
  id: string;
  name: Bilingual;
  marks: string;
  score: string | null;
}

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

const marksOf = (indicator: Indicator): Rational => readNumeral(indicator.marks ?? '0') ?? ZERO;
const leavesUnder = (method: Method, root: string): Indicator[] => {
  const children = method.indicators.filter((one) => one.parent === root);
  return children.flatMap((one) => (one.rule ? [one] : leavesUnder(method, one.id)));
};
const roots = (method: Method): Indicator[] => method.indicators.filter((one) => !one.parent);
const plain = (sum: Rational): string =>
  printExact(sum).includes('/') ? printRounded(sum, 2) : printExact(sum);

/**
 * Dimensions are the roots of the tree. Given an answer, leaves that are not applicable are left out of both sides (the
 * total is re-scaled for them), and a missing one leaves the dimension without a score.
 */
export function dimensionsOf(method: Method, answer?: ScoreAnswer): Dimension[] {
  const given = new Map(answer?.indicators.map((one) => [one.id, one]));
  return roots(method).map((root) => {
    const leaves = (root.rule ? [root] : leavesUnder(method, root.id)).filter(
      (leaf) => given.get(leaf.id)?.state !== 'notApplicable',
    );
    const marks = leaves.reduce((sum, leaf) => add(sum, marksOf(leaf)), ZERO);
    const scores = leaves.map((leaf) => given.get(leaf.id)?.finalScore ?? null);
    return {
      id: root.id,
      name: nameOf(root),
      marks: plain(marks),
      score: sumOf(scores, method.scoreDecimals ?? 2),
    };
  });
}

/** 满分 of the whole method, exactly: what a total is out of, also where leaves are not applicable and it is re-scaled. */
export const fullMarksOf = (method: Method): string =>
  plain(method.indicators.filter((one) => one.rule).reduce((sum, leaf) => add(sum, marksOf(leaf)), ZERO));

function sumOf(scores: readonly (string | null)[], decimals: number): string | null {
  let sum = ZERO;
  for (const one of scores) {
    if (one === null) return null;
    sum = add(sum, parseDecimal(one) ?? ZERO);
  }
  return printRounded(sum, decimals);
}

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
        marks: plain(indicator ? marksOf(indicator) : ZERO),
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
