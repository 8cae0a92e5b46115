import { bilingual } from '@yuheng/shared/domain/bilingual';
import { partsOf, type AllocationPool } from '@yuheng/shared/domain/allocation/allocation';
import {
  CAREFUL_POLICY_IN_WORDS,
  carefulInput,
  personsReduced,
  type CarefulUnit,
} from '@yuheng/shared/domain/allocation/careful-policy';
import type { CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';
import { printedFirmness, printedInput } from '@yuheng/shared/domain/certificates/printed-input';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';
import { allocateWhereFirm, type FirmAllocation } from '@yuheng/shared/domain/simulation/allocate-where-firm';
import { CAREFUL_FIRMNESS, firmnessInWords } from '@yuheng/shared/domain/simulation/careful-firmness';
import {
  firmnessHeadline,
  firmnessSentence,
  printHeld,
} from '@yuheng/shared/domain/simulation/firmness-in-words';
import { stepsWithGate } from '@yuheng/shared/domain/simulation/firmness-steps';
import { STEADINESS_WORDS, steadinessOf } from '@yuheng/shared/domain/simulation/steadiness';
import type { StoredAnswer } from './allocation-runs.repository';

export interface PostsToSplit {
  readonly year: number;
  readonly fenPerPost: number;
  /** The year of the text whose split is in force. */
  readonly publication: number;
  readonly units: readonly (CarefulUnit & { readonly lastFen: number; readonly onPost: number })[];
}

/** Until the run is decided it is no basis for anything. */
export const TRIAL_LABEL = bilingual('测算稿，不作为分配依据', 'Trial calculation, no basis for a split');

const NOUN = { zh: '名额', en: 'posts' };

/** Whole posts as many as are in force, each of one amount. */
const poolOf = ({ fenPerPost, units }: PostsToSplit): AllocationPool => ({
  posts: BigInt(units.reduce((sum, one) => sum + one.lastPosts, 0)),
  fenPerPost: BigInt(fenPerPost),
});

/**
 * The inputs as they are frozen with the run: what the engine computes from, written out, so that the run's certificate
 * needs nothing else; and what the run was told with.
 */
export const frozenInputs = (split: PostsToSplit): CanonicalRecord => ({
  ...printedInput(carefulInput(poolOf(split), split.units)),
  stability: printedFirmness(CAREFUL_FIRMNESS),
  basis: {
    year: split.year,
    publication: split.publication,
    units: split.units.map(({ id, lastFen, onPost }) => ({ id, lastFen, onPost })),
  },
});

/**
 * Splits as many posts as are in force by the careful policy, moves only what is firm, and tells the outcome; the engine
 * decides every number.
 */
export function allocatePosts(split: PostsToSplit): Outcome<StoredAnswer> {
  const input = carefulInput(poolOf(split), split.units);
  const allocated = allocateWhereFirm(input, CAREFUL_FIRMNESS, { explain: true });
  return allocated.ok ? accepted(told(split, Number(partsOf(input.pool)), allocated.value)) : allocated;
}

function told(split: PostsToSplit, posts: number, answer: FirmAllocation): StoredAnswer {
  const parts = split.units.map(({ id }) => answer.parts[id] ?? 0);
  const reduced = personsReduced(
    split.units.map((one) => one.onPost),
    parts,
  );
  return {
    label: TRIAL_LABEL,
    headline: firmnessHeadline(answer.stability, answer.firm, {
      threshold: CAREFUL_FIRMNESS.threshold,
      noun: NOUN,
    }),
    lastYear: {
      year: split.year - 1,
      publication: split.publication,
      text: bilingual(
        `现行分配见${split.publication}年项目文本“六、资金安排情况”`,
        `In force: section 6 of the text of ${split.publication}`,
      ),
    },
    pool: { posts, fenPerPost: split.fenPerPost, totalFen: posts * split.fenPerPost },
    policy: [...CAREFUL_POLICY_IN_WORDS, firmnessInWords(CAREFUL_FIRMNESS)],
    peopleEffect: {
      personsReduced: reduced,
      text: bilingual(
        `人员影响：在岗人员减少 ${reduced} 人`,
        `Effect on people: ${reduced} persons on post fewer`,
      ),
    },
    warnings: answer.proposed.warnings.map((one) => one.message),
    counties: split.units.map((unit, index) => toldCounty(unit, parts[index] ?? 0, answer, poolOf(split))),
  };
}

function toldCounty(
  { id, lastPosts, lastFen, score, floor }: PostsToSplit['units'][number],
  part: number,
  { fen, proposed, stability, firm }: FirmAllocation,
  pool: AllocationPool,
): StoredAnswer['counties'][number] {
  const [unit, gate, explained] = [stability.units[id], firm[id], proposed.explanation?.[id]];
  if (!unit || !gate || !explained) throw new RangeError(`The split does not hold ${id}.`);
  const { threshold } = CAREFUL_FIRMNESS;
  const { runs } = stability;
  const steadiness = steadinessOf(unit, runs, threshold);
  const text = firmnessSentence(unit, gate, { runs, threshold, noun: NOUN });
  const steps = stepsWithGate(explained.steps, { unit, firm: gate }, { runs, threshold, pool });
  return {
    county: id,
    name: id,
    lastPart: lastPosts,
    lastFen,
    part,
    fen: fen[id] ?? 0,
    change: part - lastPosts,
    proposedPart: gate.proposedPart,
    certainty: {
      steadiness,
      word: STEADINESS_WORDS[steadiness],
      heldRuns: unit.directionHeld,
      runs,
      heldPercent: printHeld(unit, runs),
      text,
    },
    score,
    floor,
    // Where the gate holds a change back the reason is the gate, not what the scores alone would have done.
    reason: part === gate.proposedPart ? explained.reason : text,
    steps: steps.map(({ label, expression, result }) => ({ label, expression, result })),
  };
}
