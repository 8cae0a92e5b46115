import { sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { bilingual } from '../../bilingual';
import {
  compare,
  divide,
  multiply,
  parseDecimal,
  printUnits,
  rational,
  roundHalfUp,
} from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../../refusal';
import { exactSumOf } from '../../scoring/numbers/exact-sum';
import { printNumber } from '../../scoring/numbers/numeral';
import type { AllocationSettings } from '../settings/allocation-settings';
import { requiredDecimal } from '../settings/read-settings';
import type { CountyEvidence, LeafEvidence, ScoringEvidence } from './allocation-evidence';

/** A score as a percent of full marks, two decimals, with how it was worked out. */
export interface OwnScore {
  readonly exact: Rational;
  readonly printed: string;
  readonly steps: readonly Step[];
}

/** What one county scored on a leaf that counts. */
interface CountedLeaf {
  readonly leaf: LeafEvidence;
  readonly marks: Rational;
}

const HUNDRED = rational(100);
const MOST_TERMS = 12;

/** A leaf of the method that counts, with its full marks, above 0. */
export type LeafThatCounts = ScoringEvidence['leaves'][number] & { readonly full: Rational };

/** The leaves of the method that count; a veto has 0 marks and counts for nothing by itself. */
export const leavesThatCount = (
  scoring: ScoringEvidence,
  indicators: AllocationSettings['indicators'],
): readonly LeafThatCounts[] =>
  scoring.leaves
    .filter(({ responsible }) => indicators === 'all' || responsible === 'countyJustice')
    .map((leaf) => ({ ...leaf, full: requiredDecimal(leaf.marks) }))
    .filter(({ full }) => full.numerator > 0n);

/** Σ score × 100 ÷ Σ marks, rounded half up to two decimals, once. @throws RangeError without any marks. */
export function rescaled(scores: Rational, marks: Rational): Rational {
  return rational(roundHalfUp(divide(multiply(scores, HUNDRED), marks), 2), 100);
}

/**
 * The score of one county that enters the split. `countyJustice`: only what the county justice bureau answers for counts,
 * Σ score × 100 ÷ Σ marks over its scored leaves, rounded half up to two decimals once; what was not applicable counts
 * neither as score nor as marks; a veto that has occurred holds it down to its cap. `all`: the finalised total as it was printed. `leaves` are `leavesThatCount`.
 *
 * Refused, pointing into the county at `at`: a leaf that counts and is missing; nothing that counts was scored; no total,
 * or one beyond 0…100. Example: 27 of 30, 18.5 of 20 and one leaf of 10 not applicable: 45.5 × 100 ÷ 50 = 91.
 */
export function ownScore(
  county: CountyEvidence,
  leaves: readonly LeafThatCounts[],
  { indicators, at }: { readonly indicators: AllocationSettings['indicators']; readonly at: string },
): Outcome<OwnScore> {
  if (indicators === 'all') return printedTotal(county, at);
  const missing: Refusal[] = [];
  const counted: CountedLeaf[] = [];
  for (const { indicator, full, name } of leaves) {
    const index = county.leaves.findIndex((one) => one.indicator === indicator);
    const leaf = county.leaves[index];
    if (leaf?.state === 'notApplicable') continue;
    if (leaf?.state === 'scored' && leaf.score !== null) {
      counted.push({ leaf, marks: full });
      continue;
    }
    missing.push(
      refusal(
        index < 0 ? `${at}/leaves` : `${at}/leaves/${index}`,
        `该县（市、区）的指标“${name.zh}”没有得分，不能按 0 计，请先完成评价`,
        `The indicator "${name.en}" of the county has no score, which never counts as 0; finish the evaluation first`,
      ),
    );
  }
  if (missing.length > 0) return refused(missing);
  if (counted.length === 0) {
    return refused([
      refusal(
        `${at}/leaves`,
        '该县（市、区）没有由县级司法行政部门负责的已计分指标，无法计算得分，请改用总分或不计得分',
        'No indicator that the county justice bureau answers for was scored for the county; use the total, or no scores',
      ),
    ]);
  }
  const own = heldDown(scoreOf(counted), county.vetoCap);
  return compare(own.exact, HUNDRED) > 0 ? refused([beyond(`${at}/leaves`, own.printed)]) : accepted(own);
}

const beyond = (pointer: string, score: string): Refusal =>
  refusal(
    pointer,
    `该县（市、区）的得分 ${score} 不在 0 至 100 之间（按满分 100 折算），请核对`,
    `The county’s score of ${score} does not lie between 0 and 100 (percent of full marks); check it`,
  );

function printedTotal({ total }: CountyEvidence, at: string): Outcome<OwnScore> {
  const exact = total === null ? null : parseDecimal(total);
  if (total === null || exact === null) {
    return refused([
      refusal(
        `${at}/total`,
        '该县（市、区）没有已定案的总分，无法计入绩效，请先完成评价或不计得分',
        'The county has no finalised total; finish the evaluation first, or let scores not count',
      ),
    ]);
  }
  if (exact.numerator < 0n || compare(exact, HUNDRED) > 0) {
    return refused([beyond(`${at}/total`, total)]);
  }
  const label = bilingual('评价总分（已定案）', 'finalised total');
  return accepted({ exact, printed: total, steps: [{ label, expression: '', result: total }] });
}

/** 负面清单: what the county answers for and was found by audit, supervision or discipline holds its score down. */
function heldDown(own: OwnScore, vetoCap: string | null): OwnScore {
  if (vetoCap === null) return own;
  const cap = requiredDecimal(vetoCap);
  const exact = compare(own.exact, cap) > 0 ? cap : own.exact;
  const printed = printUnits(roundHalfUp(exact, 2), 2);
  const limit = printNumber(cap);
  const step = sheetStep(
    bilingual(
      `负面清单事项已发生，得分不高于规定的上限 ${limit} 分：${own.printed} 与 ${limit} 取较低者`,
      `a veto has occurred, the score is not above its cap of ${limit}: the lower of ${own.printed} and ${limit}`,
    ),
    '',
    printed,
  );
  return { exact, printed, steps: [...own.steps, step] };
}

function scoreOf(counted: readonly CountedLeaf[]): OwnScore {
  const scores = counted.map(({ leaf }) => requiredDecimal(leaf.score ?? ''));
  const [sum, marks] = [exactSumOf(scores), exactSumOf(counted.map((one) => one.marks))];
  const exact = rescaled(sum, marks);
  const printed = printUnits(roundHalfUp(exact, 2), 2);
  const [printedSum, printedMarks] = [printNumber(sum), printNumber(marks)];
  return {
    exact,
    printed,
    steps: [
      {
        label: bilingual(
          `由县级司法行政部门负责的 ${counted.length} 项指标得分合计（满分 ${printedMarks}）`,
          `scores of the ${counted.length} indicators that the county justice bureau answers for (of ${printedMarks})`,
        ),
        expression: scores.length > MOST_TERMS ? '' : scores.map(printNumber).join(' + '),
        result: printedSum,
      },
      sheetStep(
        bilingual(
          '按 100 分折算的得分（四舍五入到两位小数，以后按此数计算）',
          'score re-scaled to 100 (rounded half up to two decimals, which all that follows takes)',
        ),
        `${printedSum} × 100 ÷ ${printedMarks}`,
        compare(divide(multiply(sum, HUNDRED), marks), exact) === 0 ? printed : `≈${printed}`,
      ),
    ],
  };
}
