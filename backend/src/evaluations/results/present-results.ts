import type { EvaluationResults, ResultCounty } from '@yuheng/shared/contract/evaluation-results';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { ranksOf, type Ranked } from '@yuheng/shared/domain/evaluating/ranks';
import type { Obstacle } from '@yuheng/shared/domain/evaluating/ready-to-finalise';
import { changedLeaves, changeOf, marksLost } from '@yuheng/shared/domain/evaluating/result-changes';
import { resultSentence } from '@yuheng/shared/domain/evaluating/result-sentence';
import { dimensionsOf, fullMarksOf } from '@yuheng/shared/domain/scoring/groups/dimensions';
import { nameOf, type Method } from '@yuheng/shared/domain/scoring/method';
import type { PlaceRow } from '../../regions/places.repository';
import type { ResultRow } from '../evaluations.queries';
import type { RunWithResults } from '../results.service';
import type { FinalisationRow } from './round-record.queries';

export interface ResultParts {
  readonly head: Pick<
    EvaluationResults,
    'id' | 'program' | 'year' | 'kind' | 'finalisedOn' | 'documentNumber' | 'asOf' | 'demonstration'
  >;
  /** Null: what is shown is the draft, or nothing. */
  readonly finalisation: FinalisationRow | null;
  readonly numbers: readonly FinalisationRow[];
  readonly found: RunWithResults | null;
  readonly before: RunWithResults | null;
  /** The draft that the result came of. */
  readonly draft: RunWithResults | null;
  readonly counties: readonly PlaceRow[];
  readonly obstacles: readonly Obstacle[];
  readonly acts: EvaluationResults['acts'];
}

type Rows = ReadonlyMap<string, ResultRow>;

const rowsOf = (found: RunWithResults | null): Rows =>
  new Map((found?.results ?? []).map((one) => [one.county, one]));

const namesOf = ({ indicators }: Method): ReadonlyMap<string, Bilingual> =>
  new Map(indicators.map((one) => [one.id, nameOf(one)]));

interface OfCounty {
  readonly place: PlaceRow;
  readonly row: ResultRow;
  readonly rank: Ranked | undefined;
  /** Its results of the year before and of the draft. */
  readonly before: ResultRow | undefined;
  readonly drafted: ResultRow | undefined;
}

function countyOf(
  isFinal: boolean,
  { method, names }: { readonly method: Method; readonly names: ReadonlyMap<string, Bilingual> },
  { place, row, rank, before, drafted }: OfCounty,
): ResultCounty {
  const { answer } = row;
  return {
    county: place.id,
    name: place.name,
    total: answer.total,
    // No verdict before the verdict.
    grade: isFinal ? answer.grade : null,
    rank: isFinal ? (rank?.rank ?? null) : null,
    shared: isFinal && rank?.shared === true,
    change: isFinal ? changeOf(before?.answer.total, answer.total) : null,
    dimensions: dimensionsOf(method, answer).map(({ id, marks, score }) => ({
      id,
      score,
      lost: marksLost(marks, score),
    })),
    changed: drafted
      ? changedLeaves(drafted.answer, answer).map((one) => ({
          ...one,
          name: names.get(one.indicator) ?? bilingual(one.indicator, one.indicator),
        }))
      : [],
    missing: [...(answer.missing ?? [])],
  };
}

/** The result as one reader sees it: ranks are taken over all counties that the reader reads. */
export function presentResults(parts: ResultParts): EvaluationResults {
  const { head, finalisation, found, counties } = parts;
  const method = found?.run.method.definition ?? null;
  const ranks = ranksOf(
    (found?.results ?? []).map(({ county, answer }) => ({ county, total: answer.total })),
    finalisation?.markingError ?? '0',
  );
  // A county that sees its own row alone has no rank among others.
  const ranked = counties.length > 1;
  const rankOf = new Map(ranked ? ranks.map((one) => [one.county, one]) : []);
  const [now, before, drafted] = [rowsOf(found), rowsOf(parts.before), rowsOf(parts.draft)];
  const by = method && { method, names: namesOf(method) };
  const rows = counties.flatMap((place) => {
    const row = now.get(place.id);
    const [rank, former, draft] = [rankOf.get(place.id), before.get(place.id), drafted.get(place.id)];
    if (!row || !by) return [];
    return [countyOf(finalisation !== null, by, { place, row, rank, before: former, drafted: draft })];
  });
  return {
    ...head,
    stage: finalisation ? 'finalised' : found ? 'draft' : 'none',
    number: finalisation?.number ?? null,
    numbers: parts.numbers.map(({ number, finalisedOn, documentNumber }) => ({
      number,
      finalisedOn,
      documentNumber,
    })),
    run: found?.run.id ?? null,
    inputsSha256: found?.run.inputsSha256 ?? null,
    fullMarks: method && fullMarksOf(method),
    dimensions: method ? dimensionsOf(method).map(({ id, name, marks }) => ({ id, name, marks })) : [],
    markingError: finalisation?.markingError ?? null,
    sentence: sentenceOf(parts, rows),
    counties: rows,
    obstacles: parts.obstacles.map(({ county, indicator, words }) => ({ county, indicator, words })),
    acts: [...parts.acts],
    leaves: method
      ? method.indicators.flatMap((one) => (one.rule ? [{ id: one.id, name: nameOf(one) }] : []))
      : [],
  };
}

const sentenceOf = ({ finalisation, found }: ResultParts, rows: readonly ResultCounty[]): Bilingual =>
  found ? resultSentence(rows, finalisation) : bilingual('评价结果尚未形成。', 'There is no result yet.');
