import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { ASSISTANTS_METHOD } from '@yuheng/shared/domain/scoring/assistants-method';
import { addDays, isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { createHash } from 'node:crypto';
import type { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';
import type { EvaluatorMarkEntity } from '../evaluations/evaluator-mark.entity';
import type { EvaluationMethodEntity } from '../methods/evaluation-method.entity';
import { accountIdOf } from './demonstration-accounts';
import type { MethodDraftEntity } from '../methods/method-draft.entity';
import { storyOf } from './county-stories';
import type { DemonstrationCounty } from './demonstration-county';
import { DEMONSTRATION_PROGRAM } from './demonstration-day';
import { REPLY_BY } from './demonstration-replies';
import { keyedGenerator } from './keyed-generator';
import { nameBasedUuid } from './name-based-uuid';
import { workingDayOnOrAfter } from './working-day';

export const METHOD_VERSION = 1;
export const EVALUATORS = ['evaluator-1', 'evaluator-2', 'evaluator-3'] as const;
/** First-level indicators, by which counties are assigned. */
export const METHOD_SECTIONS = ASSISTANTS_METHOD.indicators
  .filter(({ parent }) => parent === undefined)
  .map(({ id }) => id);
const MARKED_INDICATORS = ['implementationBenefit', 'satisfaction'] as const;

/** One of the rounds that are finalised once their scores have been computed from the rows. */
export interface IntendedFinalisation {
  readonly roundId: string;
  readonly year: number;
  readonly finalisedOn: IsoDate;
  readonly documentNumber: string;
}

const roundId = (kind: string, year: number): string =>
  nameBasedUuid(`round/${DEMONSTRATION_PROGRAM}/${year}/${kind}`);

/** The department evaluations of 2024 and 2025, finalised before the 15th of March of the year after (rules.md section 2). */
export const DEMONSTRATION_FINALISATIONS: readonly IntendedFinalisation[] = [
  {
    roundId: roundId('departmentEvaluation', 2024),
    year: 2024,
    finalisedOn: isoDate('2025-03-12'),
    documentNumber: '演示司发〔2025〕8号',
  },
  {
    roundId: roundId('departmentEvaluation', 2025),
    year: 2025,
    finalisedOn: isoDate('2026-03-12'),
    documentNumber: '演示司发〔2026〕9号',
  },
];

export const evaluationMethod = (cityId: string): EvaluationMethodEntity => ({
  cityId,
  programId: DEMONSTRATION_PROGRAM,
  version: METHOD_VERSION,
  name: {
    zh: '专职社区矫正安置帮教编外协勤人员经费绩效评价办法（演示）',
    en: 'Evaluation method of the community-correction assistants’ money (demonstration)',
  },
  definition: ASSISTANTS_METHOD,
  publishedOn: '2024-01-08',
  documentNumber: '演示司发〔2024〕2号',
  publishedBy: 'officer-1',
  basedOn: null,
  basis: '财预〔2020〕10号、2022年度项目文本（演示）',
});

const REVISED_MARKS: Readonly<Record<string, string>> = { wageTimeliness: '17', inspectionAverage: '8' };

/** The next version, under work: two marks go from 督查合格率 to 工资发放及时率, and nothing is decided yet. */
export const methodDraft = (cityId: string): MethodDraftEntity => ({
  cityId,
  draftId: nameBasedUuid('method-draft/assistants/2026'),
  programId: DEMONSTRATION_PROGRAM,
  name: {
    zh: '专职社区矫正安置帮教编外协勤人员经费绩效评价办法（2026年修订稿，演示）',
    en: 'Evaluation method of the community-correction assistants’ money (revision of 2026, demonstration)',
  },
  basis: '拟提交局长办公会研究（演示）',
  basedOn: METHOD_VERSION,
  definition: {
    ...ASSISTANTS_METHOD,
    indicators: ASSISTANTS_METHOD.indicators.map((one) => {
      const marks = REVISED_MARKS[one.id];
      return marks === undefined ? one : { ...one, marks };
    }),
  },
  lock: 1,
  createdBy: 'officer-1',
  createdAt: new Date('2026-03-16T02:00:00Z'),
  changedBy: 'officer-1',
  changedAt: new Date('2026-03-18T03:10:00Z'),
});

const METHOD_SHA256 = createHash('sha256')
  .update(canonicalJson(ASSISTANTS_METHOD as unknown as CanonicalValue))
  .digest('hex');

interface DemonstrationRound {
  readonly kind: 'departmentEvaluation' | 'financeEvaluation';
  readonly year: 2024 | 2025;
  readonly firstMarkOn: IsoDate;
  readonly scoreBy: string;
  readonly replyBy: string;
  readonly createdOn: string;
}

const ROUNDS: readonly DemonstrationRound[] = [
  {
    kind: 'departmentEvaluation',
    year: 2024,
    firstMarkOn: isoDate('2025-02-24'),
    scoreBy: '2025-02-27',
    replyBy: REPLY_BY[2024],
    createdOn: '2025-01-06',
  },
  {
    kind: 'departmentEvaluation',
    year: 2025,
    firstMarkOn: isoDate('2026-02-25'),
    scoreBy: '2026-02-28',
    replyBy: REPLY_BY[2025],
    createdOn: '2026-01-07',
  },
  {
    kind: 'financeEvaluation',
    year: 2025,
    firstMarkOn: isoDate('2026-03-16'),
    scoreBy: '2026-03-31',
    replyBy: '2026-04-17',
    createdOn: '2026-02-26',
  },
];

/** Rounds stand unfinalised in the rows: a service computes their runs from the rows and finalises them afterwards. */
export const evaluationRounds = (cityId: string, counties: number): EvaluationRoundEntity[] =>
  ROUNDS.map(({ kind, year, scoreBy, replyBy, createdOn }) => ({
    cityId,
    roundId: roundId(kind, year),
    programId: DEMONSTRATION_PROGRAM,
    year,
    kind,
    methodVersion: METHOD_VERSION,
    marksExpected: counties * MARKED_INDICATORS.length * EVALUATORS.length,
    finalisedOn: null,
    documentNumber: null,
    finalisedRunId: null,
    windowFrom: `${year}-01`,
    windowTo: `${year}-12`,
    scoreBy,
    replyBy,
    gapMarks: '3',
    markers: EVALUATORS.length,
    secondShare: 0,
    // Three evaluators mark every county, so that nobody could be spared one.
    rotate: false,
    seed: 1,
    version: 1,
    createdBy: kind === 'financeEvaluation' ? 'finance' : 'officer-1',
    createdAt: new Date(`${createdOn}T01:00:00Z`),
    methodSha256: METHOD_SHA256,
  }));

/** What was handed in. */
export const evaluatorMarks = (
  cityId: string,
  counties: readonly DemonstrationCounty[],
): EvaluatorMarkEntity[] => marksWhere(isSubmitted, cityId, counties);

/** What is written on sheets that nobody has handed in: it stands in the working papers and counts nowhere. */
export const openMarks = (cityId: string, counties: readonly DemonstrationCounty[]): EvaluatorMarkEntity[] =>
  marksWhere(isWrittenOnly, cityId, counties);

interface MarkPlace {
  readonly evaluator: string;
  readonly indicatorId: string;
  readonly place: number;
}

const marksWhere = (
  isMeant: (round: DemonstrationRound, at: MarkPlace) => boolean,
  cityId: string,
  counties: readonly DemonstrationCounty[],
): EvaluatorMarkEntity[] =>
  ROUNDS.flatMap((round) =>
    counties.flatMap((county, place) =>
      MARKED_INDICATORS.flatMap((indicatorId) =>
        EVALUATORS.filter((evaluator) => isMeant(round, { evaluator, indicatorId, place })).map(
          (evaluator) => ({
            cityId,
            roundId: roundId(round.kind, round.year),
            countyId: county.id,
            indicatorId,
            evaluator,
            ...marked(mark(round, county.id, indicatorId, evaluator)),
            submittedOn: workingDayOnOrAfter(addDays(round.firstMarkOn, Math.trunc(place / 3))),
            accountId: accountIdOf(evaluator),
            kind: 'mark',
            value: null,
            finalScore: null,
            reason: null,
          }),
        ),
      ),
    ),
  );

/** In the finance re-check one evaluator has finished, one is half-way, one has not begun. */
const isSubmitted = ({ kind }: DemonstrationRound, { evaluator, place }: MarkPlace): boolean =>
  kind !== 'financeEvaluation' ||
  evaluator === 'evaluator-1' ||
  (evaluator === 'evaluator-2' && place < HALF_WAY);

/** Of the counties that are left the second evaluator has marked one indicator of two. */
const isWrittenOnly = (round: DemonstrationRound, at: MarkPlace): boolean =>
  at.evaluator === 'evaluator-2' && at.indicatorId === 'implementationBenefit' && !isSubmitted(round, at);

/** The second evaluator has handed in the first four counties in official order. */
const HALF_WAY = 4;

/** The disputed mark: two evaluators three marks apart on one county, so that the third was asked and they agreed on a mean. */
const DISPUTED: Readonly<Record<string, number>> = { 'evaluator-1': 9, 'evaluator-2': 3, 'evaluator-3': 7 };

/** In half marks of 10: the county's impression, the second evaluator a little stricter, and some chance. */
function mark(
  { kind, year }: DemonstrationRound,
  countyId: string,
  indicatorId: string,
  evaluator: string,
): number {
  const isDepartment = kind === 'departmentEvaluation';
  if (isDepartment && year === 2025 && countyId === 'chengjiang' && indicatorId === 'satisfaction') {
    return DISPUTED[evaluator] ?? 7;
  }
  const [benefit, satisfaction] = storyOf(countyId).impression[year];
  const seen = indicatorId === 'implementationBenefit' ? benefit : satisfaction;
  const chance = keyedGenerator(`mark/${kind}/${year}/${countyId}/${indicatorId}/${evaluator}`).between(
    -1,
    1,
  );
  const strictness = evaluator === 'evaluator-2' ? 1 : 0;
  return Math.min(10, Math.max(0, seen - strictness + chance));
}

/** Below full marks with a remark, as every evaluator owes one. */
const marked = (count: number): Pick<EvaluatorMarkEntity, 'marks' | 'remarks'> => ({
  marks: halves(count),
  remarks:
    count >= FULL_HALVES
      ? []
      : [
          {
            point: '佐证材料尚不完整（演示数据）',
            fact: `演示：对照评分标准，扣${halves(FULL_HALVES - count)}分`,
            basis: '评价办法评分标准（演示数据）',
            page: '第1页',
          },
        ],
});

const FULL_HALVES = 10;
const halves = (count: number): string => `${Math.trunc(count / 2)}.${count % 2 === 0 ? '00' : '50'}`;
