import { computedScores } from '@yuheng/shared/domain/evaluating/computed-scores';
import { markedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import { SUBMISSION_STATEMENT } from '@yuheng/shared/domain/evaluating/submission-statement';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import type { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import type { ScoreEntryEntity } from '../evaluations/scoring/score-entry.entity';
import type { EntryRow } from '../evaluations/scoring/score-entries.repository';
import type { ScoreSheetEntity } from '../evaluations/scoring/score-sheet.entity';
import { type Submission, submissionOf } from '../evaluations/scoring/submitted-marks';
import { demonstrationNameOf } from './demonstration-accounts';
import { METHOD_VERSION } from './demonstration-evaluation';

/** What an evaluator of the re-check did with one county. */
interface Paper {
  readonly key: { cityId: string; roundId: string; countyId: string; accountId: string };
  readonly evaluator: string;
  readonly day: string;
  readonly entries: readonly EntryRow[];
  /** Null: something is still lacking, so that it is not submitted. */
  readonly submission: Submission | null;
}

/** Its rows, shaped as the tables are. */
export interface DemonstrationPapers {
  readonly entries: readonly ScoreEntryEntity[];
  readonly sheets: readonly ScoreSheetEntity[];
  /** What was submitted beside the marks. */
  readonly confirmations: readonly EvaluatorMarkEntity[];
}

/**
 * The working papers of the finance re-check, the one round that is under way: whoever has marked everything of a county
 * has confirmed what is computed and submitted it; who has not goes on.
 */
export function demonstrationPapers(
  /** All that were written, also on sheets that are still open. */
  marks: readonly EvaluatorMarkEntity[],
  facts: readonly CountyYearFacts[],
): DemonstrationPapers {
  const pairs = new Set(marks.map(({ countyId, evaluator }) => `${countyId} ${evaluator}`));
  const papers = [...pairs].map((pair) =>
    paperOf(
      marks.filter(({ countyId, evaluator }) => `${countyId} ${evaluator}` === pair),
      facts,
    ),
  );
  return {
    entries: papers.flatMap(entriesOf),
    sheets: papers.map(sheetOf),
    confirmations: papers.flatMap(confirmationsOf),
  };
}

function paperOf(given: readonly EvaluatorMarkEntity[], facts: readonly CountyYearFacts[]): Paper {
  const [first] = given;
  const compiled = compileMethod(ASSISTANTS_METHOD);
  if (!first?.accountId || !compiled.ok)
    throw new Error('The demonstration marks by an unsound method, or nothing.');
  const { cityId, roundId, countyId, accountId, evaluator } = first;
  const day =
    given
      .map(({ submittedOn }) => submittedOn)
      .sort()
      .at(-1) ?? '';
  const at = `${day}T08:00:00Z`;
  const row = { county: countyId, version: 1, updatedAt: at };
  const byPeople = given.map(({ indicatorId, marks, remarks }): EntryRow => ({
    ...row,
    indicator: indicatorId,
    value: { marks },
    remarks: remarks as EntryRow['remarks'],
    confirmed: false,
  }));
  const own = facts.find(({ county }) => county === countyId);
  const computed = computedScores(ASSISTANTS_METHOD, compiled.value, own).leaves;
  const confirmed = Object.entries(computed).map(([indicator, { score }]): EntryRow => ({
    ...row,
    indicator,
    value: { computed: score },
    remarks: [],
    confirmed: true,
  }));
  const asked = compiled.value.leaves.filter(({ indicator }) => markedBy(indicator) === 'people').length;
  const entries = byPeople.length === asked ? [...byPeople, ...confirmed] : byPeople;
  const submission = submissionOf({
    method: compiled.value,
    leaves: compiled.value.leaves,
    entries,
    computed,
    head: {
      round: roundId,
      county: countyId,
      evaluator,
      methodVersion: METHOD_VERSION,
      statement: SUBMISSION_STATEMENT.zh,
    },
  });
  const key = { cityId, roundId, countyId, accountId };
  return { key, evaluator, day, entries, submission: submission.gaps.length > 0 ? null : submission };
}

const entriesOf = ({ key, entries }: Paper): ScoreEntryEntity[] =>
  entries.map(({ indicator, version, value, remarks, confirmed, updatedAt }) => ({
    ...key,
    indicatorId: indicator,
    version,
    value,
    remarks,
    confirmed,
    updatedAt: new Date(updatedAt),
  }));

const sheetOf = ({ key, evaluator, day, submission }: Paper): ScoreSheetEntity => ({
  ...key,
  version: submission ? 2 : 1,
  state: submission ? 'submitted' : 'open',
  submittedAt: submission ? new Date(`${day}T09:00:00Z`) : null,
  signedName: submission ? demonstrationNameOf(evaluator) : null,
  statement: submission ? SUBMISSION_STATEMENT.zh : null,
  sha256: submission?.sha256 ?? null,
  reopenedBy: null,
  reopenedAt: null,
  reopenReason: null,
});

const confirmationsOf = ({ key, evaluator, day, submission }: Paper): EvaluatorMarkEntity[] =>
  (submission?.marks ?? [])
    .filter(({ kind }) => kind === 'confirmation')
    .map(({ indicator, ...mark }) => ({
      ...key,
      ...mark,
      indicatorId: indicator,
      evaluator,
      submittedOn: day,
    }));
