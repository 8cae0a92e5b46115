import { bilingual, type Bilingual } from '../../bilingual';
import {
  add,
  compare,
  multiply,
  printRounded,
  rational,
  roundHalfUp,
  subtract,
  ZERO,
  type Rational,
} from '../../numbers/rational';
import { exactSumOf } from '../../scoring/numbers/exact-sum';
import { printNumber } from '../../scoring/numbers/numeral';
import { aggregateOf } from '../../scoring/rules/evaluator';
import { partsUnder, unmovedOf } from '../../simulation/parts-under';
import { compareCodePoints } from '../code-point-order';
import type { AllocationQuestion, CountyQuestion } from '../evidence/allocation-input';
import { leavesThatCount, rescaled } from '../evidence/own-score';
import { requiredDecimal } from '../settings/read-settings';
import type { MarkSensitivity } from './allocation-proposal';

type Aggregate = 'mean' | 'median' | 'trimmedMean';

/** Marks are given in halves. */
const STEP = rational(1, 2);

/** A leaf whose score is nothing but what its evaluators' marks make together. */
interface MarkedLeaf {
  readonly indicator: string;
  readonly name: Bilingual;
  readonly full: Rational;
  readonly aggregate: Aggregate;
  readonly marks: readonly Rational[];
  readonly score: Rational;
}

interface MarkedCounty {
  readonly county: string;
  readonly unit: number;
  /** Σ score and Σ marks of everything that counts. */
  readonly scores: Rational;
  readonly full: Rational;
  readonly leaves: readonly MarkedLeaf[];
}

/**
 * The change of one single evaluator's mark, smaller than every other, that would change any county's posts, before
 * 有把握才调整: tried in steps of half a mark within 0 … the leaf's marks, with the aggregation of the leaf and the score
 * worked out as it enters the split. Of equal changes the first by id of the county (code point), then in the order of the
 * method, then of the evaluators, upwards before downwards. Null where none does, or scores do not count.
 *
 * Left out: leaves whose score is not what their marks make (a third person's mark, a settled one), and counties whose
 * score its leaves do not add up to (a veto). `parts` are those of the split as it stands.
 */
export function nearestMark(question: AllocationQuestion, parts: readonly number[]): MarkSensitivity | null {
  const counties = question.counties
    .flatMap((county, unit) => markedCounty(county, unit, question))
    .sort((a, b) => compareCodePoints(a.county, b.county));
  const movedBy = movesUnder(question, parts);
  const most = Math.max(0, ...counties.flatMap(({ leaves }) => leaves.map(({ full }) => stepsIn(full))));
  for (let steps = 1; steps <= most; steps += 1) {
    for (const county of counties) {
      for (const leaf of county.leaves) {
        const found = firstOf(county, leaf, { steps, movedBy });
        if (found) return found;
      }
    }
  }
  return null;
}

const stepsIn = (full: Rational): number => Number((full.numerator * 2n) / full.denominator);

function markedCounty(
  { evidence }: CountyQuestion,
  unit: number,
  { evidence: { scoring }, settings }: AllocationQuestion,
): readonly MarkedCounty[] {
  if (scoring === null || settings.performance.mode === 'none') return [];
  const counted = leavesThatCount(scoring, settings.indicators).flatMap((leaf) => {
    const own = evidence.leaves.find(({ indicator }) => indicator === leaf.indicator);
    if (own?.state !== 'scored' || own.score === null) return [];
    return [{ leaf, own, full: leaf.full, score: requiredDecimal(own.score) }];
  });
  const scores = exactSumOf(counted.map(({ score }) => score));
  const full = exactSumOf(counted.map((one) => one.full));
  if (full.numerator === 0n) return [];
  const isWhole =
    (settings.indicators === 'countyJustice' && evidence.vetoCap === null) ||
    (evidence.total !== null && compare(rescaled(scores, full), requiredDecimal(evidence.total)) === 0);
  if (!isWhole) return [];
  const leaves = counted.flatMap(({ leaf, own, full: marksOfLeaf, score }): MarkedLeaf[] => {
    if (leaf.aggregate === null || own.marks.length === 0) return [];
    const marks = own.marks.map(requiredDecimal);
    if (compare(scoreOfMarks(marks, leaf.aggregate), score) !== 0) return [];
    const { indicator, name, aggregate } = leaf;
    return [{ indicator, name, full: marksOfLeaf, aggregate, marks, score }];
  });
  return [{ county: evidence.county, unit, scores, full, leaves }];
}

/** What marks make of a leaf, as it is printed: half up to two decimals. */
const scoreOfMarks = (marks: readonly Rational[], aggregate: Aggregate): Rational =>
  rational(roundHalfUp(aggregateOf(marks, aggregate), 2), 100);

/** One county's computed posts before and after. */
interface MovedPart {
  readonly county: string;
  readonly from: number;
  readonly to: number;
}

/** Whose posts another score of one county changes, in the order of the units; each score is tried once. */
function movesUnder(
  { input }: AllocationQuestion,
  parts: readonly number[],
): (unit: number, score: Rational) => readonly MovedPart[] {
  const unmoved = unmovedOf(input);
  const known = new Map<string, readonly MovedPart[]>();
  return (unit, score) => {
    const key = `${unit} ${printRounded(score, 2)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const units = input.units.map((one, index) => (index === unit ? { ...one, score } : one));
    const split = partsUnder({ ...input, units }, unmoved);
    const moved = parts.flatMap((from, index): readonly MovedPart[] => {
      const to = Number(split?.[index] ?? from);
      return to === from ? [] : [{ county: input.units[index]?.id ?? '', from, to }];
    });
    known.set(key, moved);
    return moved;
  };
}

function firstOf(
  { county, unit, scores, full }: MarkedCounty,
  leaf: MarkedLeaf,
  { steps, movedBy }: { readonly steps: number; readonly movedBy: ReturnType<typeof movesUnder> },
): MarkSensitivity | null {
  const size = multiply(STEP, rational(steps));
  for (const [place, from] of leaf.marks.entries()) {
    for (const to of [add(from, size), subtract(from, size)]) {
      if (compare(to, ZERO) < 0 || compare(to, leaf.full) > 0) continue;
      const marks = leaf.marks.map((mark, index) => (index === place ? to : mark));
      const change = subtract(scoreOfMarks(marks, leaf.aggregate), leaf.score);
      if (change.numerator === 0n) continue;
      const moved = movedBy(unit, rescaled(add(scores, change), full));
      if (moved.length > 0) return told({ county, leaf, place, from, to, moved });
    }
  }
  return null;
}

function told({
  county,
  leaf: { indicator, name },
  place,
  from,
  to,
  moved,
}: {
  readonly county: string;
  readonly leaf: MarkedLeaf;
  readonly place: number;
  readonly from: Rational;
  readonly to: Rational;
  readonly moved: readonly MovedPart[];
}): MarkSensitivity {
  const [was, is] = [printNumber(from), printNumber(to)];
  const counties = moved.length === 1 ? '1 county' : `${moved.length} counties`;
  return {
    county,
    indicator,
    place: place + 1,
    from: was,
    to: is,
    // By id, since the order in which the counties were given must not show.
    moves: [...moved].sort((a, b) => compareCodePoints(a.county, b.county)),
    text: bilingual(
      `“${name.zh}”第 ${place + 1} 位评价人员的打分由 ${was} 改为 ${is}，就会改变 ${moved.length} 个县（市、区）的测算名额（未经把握检验）；没有更小的单个打分变动会改变任何县（市、区）的测算名额。`,
      `If the mark of evaluator ${place + 1} for "${name.en}" were ${is} instead of ${was}, the computed posts of ${counties} would change (not examined for how sure that is); no smaller change of a single mark changes the computed posts of any county.`,
    ),
  };
}
