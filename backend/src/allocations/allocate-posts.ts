import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { allocate } from '@yuheng/shared/domain/allocation/allocate';
import type { AllocationAnswer } from '@yuheng/shared/domain/allocation/allocation';
import {
  CAREFUL_POLICY_IN_WORDS,
  carefulInput,
  personsReduced,
  type CarefulUnit,
} from '@yuheng/shared/domain/allocation/careful-policy';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';
import type { StoredAnswer } from './allocation-runs.repository';

export interface PostsToSplit {
  readonly year: number;
  readonly fenPerPost: number;
  /** The year of the text whose split is in force. */
  readonly publication: number;
  readonly units: readonly (CarefulUnit & { readonly lastFen: number; readonly onPost: number })[];
}

/** Until the simulation exists no figure says how sure it is; until the run is decided it is no basis for anything. */
export const TRIAL_LABEL = bilingual(
  '测算稿，稳定性未检验，不作为分配依据',
  'Trial calculation: stability not examined, no basis for a split',
);

/** The inputs as they are frozen with the run: figures as whole numbers or decimal strings. */
export const frozenInputs = ({ year, fenPerPost, publication, units }: PostsToSplit): CanonicalValue => ({
  policy: 'careful-1',
  year,
  fenPerPost,
  publication,
  units: units.map(({ id, lastPosts, lastFen, score, floor, onPost }) => ({
    id,
    lastPosts,
    lastFen,
    score,
    floor,
    onPost,
  })),
});

/** Splits as many posts as are in force by the careful policy and tells the outcome; the engine decides every number. */
export function allocatePosts(split: PostsToSplit): Outcome<StoredAnswer> {
  const posts = split.units.reduce((sum, one) => sum + one.lastPosts, 0);
  const pool = { posts: BigInt(posts), fenPerPost: BigInt(split.fenPerPost) };
  const allocated = allocate(carefulInput(pool, split.units), { explain: true });
  return allocated.ok ? accepted(told(split, posts, allocated.value)) : allocated;
}

function told(split: PostsToSplit, posts: number, answer: AllocationAnswer): StoredAnswer {
  const parts = split.units.map(({ id }) => answer.parts[id] ?? 0);
  const moved = split.units.filter((one, index) => one.lastPosts !== parts[index]).length;
  const reduced = personsReduced(
    split.units.map((one) => one.onPost),
    parts,
  );
  return {
    label: TRIAL_LABEL,
    headline: headline(split, posts, moved),
    lastYear: {
      year: split.year - 1,
      publication: split.publication,
      text: bilingual(
        `现行分配见${split.publication}年项目文本“六、资金安排情况”`,
        `In force: section 6 of the text of ${split.publication}`,
      ),
    },
    pool: { posts, fenPerPost: split.fenPerPost, totalFen: posts * split.fenPerPost },
    policy: [...CAREFUL_POLICY_IN_WORDS],
    peopleEffect: {
      personsReduced: reduced,
      text: bilingual(
        `人员影响：在岗人员减少 ${reduced} 人`,
        `Effect on people: ${reduced} persons on post fewer`,
      ),
    },
    warnings: answer.warnings.map((one) => one.message),
    counties: split.units.map(({ id, lastPosts, lastFen, score, floor }, index) => ({
      county: id,
      name: id,
      lastPart: lastPosts,
      lastFen,
      part: parts[index] ?? 0,
      fen: answer.fen[id] ?? 0,
      change: (parts[index] ?? 0) - lastPosts,
      score,
      floor,
      reason: answer.explanation?.[id]?.reason ?? bilingual('', ''),
      steps: (answer.explanation?.[id]?.steps ?? []).map(({ label, expression, result }) => ({
        label,
        expression,
        result,
      })),
    })),
  };
}

function headline({ year, units }: PostsToSplit, posts: number, moved: number): Bilingual {
  return moved === 0
    ? bilingual(
        `按现有证据测算，${year}年${posts}个名额在${units.length}个县（市、区）之间不作调整，维持现行分配。`,
        `On the evidence at hand none of the ${posts} posts of ${year} would move: the split in force stays.`,
      )
    : bilingual(
        `按现有证据测算，${year}年${posts}个名额中有${moved}个县（市、区）的名额会变动；稳定性未检验，不作为分配依据。`,
        `On the evidence at hand ${moved} of ${units.length} counties would change among the ${posts} posts of ${year}; stability is not examined, this is no basis for a split.`,
      );
}
