import { bilingual, type Bilingual } from '../bilingual';
import { rational } from '../numbers/rational';
import { accepted, refused, type Outcome } from '../refusal';
import { infeasibilityRefusals, shapeRefusals, unitName } from './apportion-refusals';
import type { ApportionmentInput, ApportionmentMethod, ApportionmentProblem, Tie } from './apportionment';
import { explainApportionment, type UnitExplanation } from './explaining/explain-apportionment';
import { houseParadoxWords, losersOf, partsWithOneMore } from './checks/one-more';
import { quotaBreaksOf, quotaBreakWords } from './checks/quota-check';
import { infeasibilitiesOf, solve } from './solve';
import { wholeWeights } from './whole-weights';

export interface ApportionmentAnswer {
  /** Whole parts in input order; they sum to the total exactly. */
  readonly parts: readonly number[];
  readonly ties: readonly Tie[];
  readonly explanation?: ApportionmentExplanation;
}

/** What a careful reader should know of a split that is correct all the same. */
export interface ApportionmentWarning {
  /** The unit it is about, if it is one. */
  readonly unit?: number;
  readonly kind: 'quotaBroken' | 'houseParadox';
  readonly message: Bilingual;
}

export interface ApportionmentExplanation {
  /** The sheet of each unit, in input order. */
  readonly units: readonly UnitExplanation[];
  /** The parts if there were one more, and the units that would lose by it; null where the caps leave no room. */
  readonly oneMore: { readonly parts: readonly number[]; readonly losers: readonly number[] } | null;
  readonly warnings: readonly ApportionmentWarning[];
}

/**
 * Splits a whole number of parts by exact weights, by a stated method, within floors and caps.
 *
 * Methods: Hamilton takes the one λ with Σ clamp(λ·weight, floor, cap) = total as quotas and serves the largest
 * remainders; a divisor method gives median(floor, rounded(weight ÷ divisor), cap). Weight 0 gets its floor. Hill
 * and Adams give each positive weight one part first.
 * Tie rule: larger exact weight, then input order; a tie is reported although the rule decides it.
 * With `explain` the answer also carries the sheet of each unit, what one part more would do, and a warning where a
 * divisor method breaks quota or one part more would cost a unit a part (largest remainder).
 *
 * Refuses, with the pointer: a negative weight; all weights 0; lengths that differ; a floor above its cap; floors
 * that sum to more, or caps to less, than the total; Hill or Adams with fewer parts than positive weights; a total
 * beyond 2^53 − 1, which a JSON number does not hold; weights too long for so many units (`tooLongAt`). Bounds that cannot be met are refused with the smallest
 * relaxation that would do (`smallestRelaxation`).
 *
 * Example: 150 posts over 25, 15, 11, 19, 13, 14, 15, 21, 17 gives back the same row.
 */
export function apportion(
  input: ApportionmentInput,
  options: { readonly explain?: boolean } = {},
): Outcome<ApportionmentAnswer> {
  const { total, method } = input;
  const refusals = shapeRefusals(input);
  if (refusals.length > 0) return refused(refusals);
  const { numerators: weights, denominator } = wholeWeights(input.weights);
  const problem = problemOf(input, weights, total);
  // A cap above the total never binds, but the refusal compares the caps as they were given.
  const asGiven = { ...problem, caps: input.caps ?? problem.floors.map(largest(total)) };
  const infeasible = infeasibilitiesOf(asGiven, method);
  if (infeasible.length > 0) return refused(infeasibilityRefusals(infeasible, asGiven, input));
  const solved = solve(problem, method);
  const answer = { parts: solved.parts.map(Number), ties: solved.ties };
  if (!options.explain) return accepted(answer);
  const larger = problemOf(input, weights, total + 1n);
  const units = explainApportionment(problem, method, solved, {
    weights: input.weights,
    scale: rational(denominator),
  });
  return accepted({ ...answer, explanation: { units, ...checksOf(problem, larger, method, solved.parts) } });
}

function problemOf(
  { floors, caps }: ApportionmentInput,
  weights: readonly bigint[],
  total: bigint,
): ApportionmentProblem {
  return {
    total,
    weights,
    floors: floors ?? weights.map(() => 0n),
    caps: caps?.map((cap) => (cap > total ? total : cap)) ?? weights.map(() => total),
    precedence: weights.map((_, unit) => unit),
  };
}

/** Where no cap is given, a floor above the total must be refused as a floor, not as a floor above its cap. */
const largest =
  (total: bigint) =>
  (floor: bigint): bigint =>
    floor > total ? floor : total;

/** The checks of a split that is correct all the same: does it keep quota, and would one part more cost anyone a part? */
function checksOf(
  problem: ApportionmentProblem,
  larger: ApportionmentProblem,
  method: ApportionmentMethod,
  parts: readonly bigint[],
): Omit<ApportionmentExplanation, 'units'> {
  const more = partsWithOneMore(larger, method);
  const losers = more ? losersOf(parts, more) : [];
  const warnings: ApportionmentWarning[] = quotaBreaksOf(problem, parts).map((broken) => ({
    unit: broken.unit,
    kind: 'quotaBroken',
    message: quotaBreakWords(broken, bilingual(unitName(broken.unit).zh, `Unit ${broken.unit + 1}`), method),
  }));
  if (losers.length > 0) {
    const named = losers.map(({ unit, ...figures }) => ({ name: unitName(unit), ...figures }));
    warnings.push({ kind: 'houseParadox', message: houseParadoxWords(larger.total, named) });
  }
  return {
    oneMore: more && { parts: more.map(Number), losers: losers.map(({ unit }) => unit) },
    warnings,
  };
}
