import type { Apportionment, ApportionmentProblem } from '../apportionment/apportionment';
import { infeasibilitiesOf, solve, type Infeasibility } from '../apportionment/solve';
import { fen } from '../money/fen';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import { fenOfOnePart, type AllocationAnswer, type AllocationInput, type AllocationTie } from './allocation';
import { boundsOf, type Bounds } from './bounds';
import { compareCodePoints } from './code-point-order';
import { explainAllocation } from './explain-allocation';
import { inputRefusals } from './input-refusals';
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
 * `add`; coefficients that rise as the grade or score falls; bounds that cannot be met.
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
  const contradictions = contradictionRefusals(input, bounds);
  if (contradictions.length > 0) return refused(contradictions);
  const problem = problemOf(input, stages.phasedIn, bounds);
  const infeasible = infeasibilitiesOf(problem, input.policy.method);
  if (infeasible.length > 0)
    return refused(infeasible.map((reason) => infeasibilityRefusal(reason, problem)));

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

/** Bounds of one unit that contradict each other, or its kept parts; the pointer names the key that is too high or low. */
function contradictionRefusals(input: AllocationInput, bounds: readonly Bounds[]): readonly Refusal[] {
  return input.units.flatMap((unit, index) => {
    const { floor, cap, floorBy, capBy } = bounds[index] ?? boundsOf(unit, input.policy);
    if (cap === null) return [];
    if (floor > cap) {
      const key = floorBy === 'floor' ? 'floor' : 'cap';
      const by = { floor: SOURCE[floorBy], cap: SOURCE[capBy] };
      return [
        refusal(
          `/units/${index}/${key}`,
          `单位“${unit.id}”至少 ${floor}（${by.floor.zh}），至多 ${cap}（${by.cap.zh}），两者矛盾，请调整其一`,
          `Unit "${unit.id}" gets at least ${floor} (${by.floor.en}) and at most ${cap} (${by.cap.en}); change one of them`,
        ),
      ];
    }
    const kept = unit.kept ?? 0n;
    if (kept <= cap) return [];
    return [
      refusal(
        `/units/${index}/kept`,
        `单位“${unit.id}”的保留数 ${kept} 大于上限 ${cap}（${SOURCE[capBy].zh}），请调低保留数或调高上限`,
        `The kept ${kept} of unit "${unit.id}" is above its most ${cap} (${SOURCE[capBy].en}); lower it or raise the bound`,
      ),
    ];
  });
}

const SOURCE = {
  none: { zh: '无', en: 'none' },
  floor: { zh: '保底', en: 'floor' },
  cap: { zh: '封顶', en: 'cap' },
  maximumChange: { zh: '年度最大调整', en: 'maximum change' },
} as const;

function infeasibilityRefusal(reason: Infeasibility, { total }: ApportionmentProblem): Refusal {
  switch (reason.kind) {
    case 'noWeight':
      return refusal(
        '/units',
        '有份额的单位绩效系数全部为 0，无法计算份额，请核对系数与得分',
        'Every unit with a share has the coefficient 0, so that no share is left; check coefficients and scores',
      );
    case 'floorAboveCap':
      // Contradictions of one unit were refused before, so this cannot be reached from an input.
      throw new RangeError(`Unit ${reason.unit} has a floor above its cap.`);
    case 'floorsAboveTotal':
      return refusal(
        '/units',
        `扣除保留数后，各单位下限（保底、年度最大调整）合计 ${reason.sum}，大于可分配总量 ${total}，请放宽下限或增加总量`,
        `Beyond the kept parts the least parts sum to ${reason.sum}, above the ${total} to be split; relax floors or maximum change, or raise the pool`,
      );
    case 'capsBelowTotal':
      return refusal(
        '/units',
        `扣除保留数后，各单位上限（封顶、年度最大调整）合计 ${reason.sum}，小于可分配总量 ${total}，分不完，请放宽上限或减少总量`,
        `Beyond the kept parts the most parts sum to ${reason.sum}, below the ${total} to be split; relax caps or maximum change, or lower the pool`,
      );
    case 'firstPartsAboveTotal':
      return refusal(
        '/units',
        `该方法先给每个有份额的单位 1 份，连同下限共需 ${reason.needed}，可分配总量只有 ${total}，请增加总量或改用其他方法`,
        `This method first gives each unit with a share one part: with the bounds it needs ${reason.needed}, there are ${total}; raise the pool or choose another method`,
      );
  }
}
