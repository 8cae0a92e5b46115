import type { Apportionment } from '../apportionment/apportionment';
import { infeasibilitiesOf, solve } from '../apportionment/solve';
import { fen } from '../money/fen';
import { accepted, refused, type Outcome } from '../refusal';
import { fenOfOnePart, type AllocationAnswer, type AllocationInput, type AllocationTie } from './allocation';
import { boundRefusals } from './refusals/bound-refusals';
import { boundsOf } from './bounds';
import { compareCodePoints } from './code-point-order';
import { explainAllocation } from './explaining/explain-allocation';
import { infeasibilityRefusals } from './refusals/infeasibility-refusals';
import { inputRefusals } from './refusals/input-refusals';
import { shareStages } from './shares';
import { warningsOf } from './warnings';
import { problemOf } from './working';

/**
 * Splits a pool of posts or money among units, exactly and reproducibly (rules.md section 8; architecture.md
 * section 10): shares by factors → performance → phase-in → bounds → apportionment. `kept` parts stay where they
 * are, and only the rest of the pool is split by the shares; bounds hold for kept and newly split parts together.
 *
 * The parts sum to the pool's parts and the 分 to the pool's money. Tie rule: larger exact share, then smaller id by
 * code point; the order of the units in the input changes nothing.
 *
 * Refuses, each with its pointer: a unit without a needed factor, score or last part; a unit twice or none; a factor
 * that is 0 for all or not in the policy; an amount that is no multiple of its unit, or not above 0; Σ score = 0 with
 * `add`; coefficients that rise as the grade or score falls; bounds that cannot be met, with the smallest relaxation;
 * figures too long for so many units (`tooLongAt`).
 *
 * Example: 150 posts of 12,000 元 over headcounts 25, 15, 11, 19, 13, 14, 15, 21, 17 without performance give back
 * the published row 300,000 … 204,000 元.
 */
export function allocate(
  input: AllocationInput,
  options: { readonly explain?: boolean } = {},
): Outcome<AllocationAnswer> {
  const faults = inputRefusals(input);
  if (faults.length > 0) return refused(faults);
  const stages = shareStages(input);
  const bounds = input.units.map((unit) => boundsOf(unit, input.policy));
  const contradictions = boundRefusals(input, bounds);
  if (contradictions.length > 0) return refused(contradictions);
  const problem = problemOf(input, stages.phasedIn, bounds);
  const infeasible = infeasibilitiesOf(problem, input.policy.method);
  if (infeasible.length > 0) return refused(infeasibilityRefusals(infeasible, { input, bounds, problem }));

  const working = { input, stages, bounds, problem, solved: solve(problem, input.policy.method) };
  const parts = input.units.map(({ kept }, unit) => (kept ?? 0n) + (working.solved.parts[unit] ?? 0n));
  const byId = <Value>(values: readonly Value[]) =>
    Object.fromEntries(input.units.map(({ id }, unit) => [id, values[unit] as Value]));
  return accepted({
    parts: byId(parts.map(Number)),
    fen: byId(parts.map((part) => fen(part * fenOfOnePart(input.pool)))),
    ties: working.solved.ties.map((tie) => tieById(tie, input)),
    warnings: warningsOf(working),
    ...(options.explain ? { explanation: byId(explainAllocation(working)) } : {}),
  });
}

function tieById(tie: Apportionment['ties'][number], { units }: AllocationInput): AllocationTie {
  const ids = (places: readonly number[]) =>
    places.map((place) => units[place]?.id ?? '').sort(compareCodePoints);
  return { units: ids(tie.units), contested: tie.contested, awardedTo: ids(tie.awardedTo) };
}
