import { bilingual, type Bilingual } from '../../bilingual';
import type { ProposedCounty } from './allocation-proposal';

/** Posts that go elsewhere than they are in force, whatever moves them: the sum of all gains. */
export const movedIn = (counties: readonly Pick<ProposedCounty, 'part' | 'lastPart'>[]): number =>
  counties.reduce((sum, { part, lastPart }) => sum + Math.max(0, part - lastPart), 0);

const NOTHING_MOVES = bilingual(
  '不具备调整依据，维持现行名额：按此办法测算，没有增减。',
  'No basis for a change, the split in force stays: by this policy nothing would move.',
);

/** What a quick proposal comes to: before any simulation, so it says nothing of how sure it is. */
export function quickHeadline(counties: readonly ProposedCounty[]): Bilingual {
  const moved = movedIn(counties);
  return moved === 0
    ? NOTHING_MOVES
    : bilingual(
        `按此办法测算调整 ${moved} 个名额，把握程度待模拟。`,
        `${moved} posts would move by this policy; how sure that is has not been simulated yet.`,
      );
}

/** What a whole proposal comes to where the policy moves posts whether they are firm or not. */
export function ungatedHeadline(counties: readonly ProposedCounty[]): Bilingual {
  const moved = movedIn(counties);
  if (moved === 0) return NOTHING_MOVES;
  const unsure = counties.filter(
    ({ part, lastPart, certainty }) => part !== lastPart && certainty?.steadiness !== 'stable',
  ).length;
  return bilingual(
    `按此办法调整 ${moved} 个名额（没有以“有把握才调整”为条件），其中 ${unsure} 个县（市、区）的增减方向不够稳定。`,
    `${moved} posts move by this policy, whether firm or not; the direction is not stable in ${unsure} of the counties.`,
  );
}

/**
 * What a whole proposal comes to where the simulation has nothing to vary, because scores do not count and no weight is
 * uncertain: then that every run agrees says nothing, and the headline says so.
 */
export function untriedHeadline(counties: readonly ProposedCounty[]): Bilingual {
  const moved = movedIn(counties);
  return moved === 0
    ? NOTHING_MOVES
    : bilingual(
        `按此办法调整 ${moved} 个名额：得分不计入，权重也没有设误差，模拟中没有变动的数，把握程度不适用。`,
        `${moved} posts move by this policy: scores do not count and no weight is uncertain, so the simulation had nothing to vary and says nothing of how sure this is.`,
      );
}
