import { apportion } from '../../apportionment/apportion';
import { add, divide, multiply, rational, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome } from '../../refusal';
import type { Indicator, Method } from '../method';
import { printNumber, readNumeral } from '../numbers/numeral';

/** What is weighed against each other: the indicators right below one heading, or those of the first level. */
export interface WeighedGroup {
  /** The id of the heading; null for the first level. */
  readonly parent: string | null;
  /** In the order of the tree, without vetoes, which have no marks. */
  readonly members: readonly Indicator[];
}

const isVeto = ({ rule }: Indicator): boolean => rule?.kind === 'veto';

/** Every group of at least two indicators, the first level first. */
export function weighedGroups({ indicators }: Method): readonly WeighedGroup[] {
  const parents = [null, ...indicators.map(({ id }) => id)];
  return parents
    .map((parent) => ({
      parent,
      members: indicators.filter((one) => (one.parent ?? null) === parent && !isVeto(one)),
    }))
    .filter(({ members }) => members.length >= 2);
}

/** The leaves of a member: itself, or everything without anything below it. */
function leavesBelow({ indicators }: Method, id: string): readonly Indicator[] {
  const below = indicators.filter(({ parent }) => parent === id);
  if (below.length === 0) return indicators.filter((one) => one.id === id);
  return below.flatMap((one) => leavesBelow({ indicators }, one.id)).filter((one) => !isVeto(one));
}

const marksOf = ({ marks }: Indicator): Rational => (marks === undefined ? null : readNumeral(marks)) ?? ZERO;
const sumOf = (leaves: readonly Indicator[]): Rational =>
  leaves.reduce((sum, leaf) => add(sum, marksOf(leaf)), ZERO);

/** Whole units of a sum; null where it is none. */
function unitsOf(sum: Rational, unit: Rational): bigint | null {
  const { numerator, denominator } = divide(sum, unit);
  return numerator % denominator === 0n ? numerator / denominator : null;
}

/** Splits units by weights; alike where all weights are 0. */
function split(units: bigint, weights: readonly Rational[]): Outcome<readonly number[]> {
  const isZero = weights.every(({ numerator }) => numerator === 0n);
  const given = isZero ? weights.map(() => rational(1)) : weights;
  const parts = apportion({ total: units, weights: given, method: 'hamilton' });
  return parts.ok ? accepted(parts.value.parts) : parts;
}

export interface WeightProposal {
  readonly group: WeighedGroup;
  /** One a member, 0 or more, not all 0. */
  readonly weights: readonly Rational[];
  /** Marks come in whole multiples of it, such as 1 or 0.5. */
  readonly unit: Rational;
}

/**
 * A method whose group has the marks that its weights propose: the marks that the group has together are kept and split by
 * largest remainder (ties: larger weight, then the order of the tree), in whole units. Below a member that is a heading its
 * part is split by the marks that its leaves have. Nothing else of the method changes.
 * Refused: a group whose marks together are no whole number of units. Example: 20 marks, weights 3 and 1, unit 1: 15 and 5.
 */
export function proposeMarks(method: Method, { group, weights, unit }: WeightProposal): Outcome<Method> {
  const leaves = group.members.map(({ id }) => leavesBelow(method, id));
  const sum = sumOf(leaves.flat());
  const units = unitsOf(sum, unit);
  if (units === null) {
    const [of, by] = [printNumber(sum), printNumber(unit)];
    return refused([
      refusal(
        '/unit',
        `这一组指标合计${of}分，不是${by}分的整数倍，无法按${by}分取整；请改用更小的取整单位。`,
        `The group has ${of} marks, which is no whole multiple of ${by}: choose a smaller unit.`,
      ),
    ]);
  }
  const parts = split(units, weights);
  if (!parts.ok) return parts;
  const marks = new Map<string, string>();
  for (const [place, own] of leaves.entries()) {
    const below = split(BigInt(parts.value[place] ?? 0), own.map(marksOf));
    if (!below.ok) return below;
    own.forEach(({ id }, at) => marks.set(id, printNumber(multiply(rational(below.value[at] ?? 0), unit))));
  }
  return accepted({
    ...method,
    indicators: method.indicators.map((one) => {
      const proposed = marks.get(one.id);
      return proposed === undefined ? one : { ...one, marks: proposed };
    }),
  });
}
