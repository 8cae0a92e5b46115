import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { Outcome } from '@yuheng/shared/domain/refusal';

/** Posts that would move before 有把握才调整 has been asked. */
export interface UntestedMove {
  readonly county: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What a setting does by itself: the split with it, against the split in which only it is as in the policy in force.
 * Both are what the page shows, thus after 有把握才调整 where that is on.
 */
export type SettingEffect =
  | { readonly kind: 'none'; readonly untested: readonly UntestedMove[] }
  | { readonly kind: 'moves'; readonly moves: readonly { readonly county: string; readonly posts: number }[] }
  /** Posts stay, and another moment of the issue gets more or less. */
  | { readonly kind: 'advance'; readonly fen: number; readonly untested: readonly UntestedMove[] }
  | { readonly kind: 'cut'; readonly on: string; readonly untested: readonly UntestedMove[] }
  /** With only this setting put back there would be no split. */
  | { readonly kind: 'needed' };

const advanceOf = ({ counties }: AllocationProposal): number =>
  counties.reduce((sum, { advanceFen }) => sum + advanceFen, 0);

export function effectOf(
  now: Outcome<AllocationProposal>,
  before: Outcome<AllocationProposal>,
): SettingEffect {
  if (!now.ok) return { kind: 'none', untested: [] };
  if (!before.ok) return { kind: 'needed' };
  const was = new Map(before.value.counties.map(({ county, part }) => [county, part]));
  const moves = now.value.counties
    .map(({ county, part }) => ({ county, posts: part - (was.get(county) ?? part) }))
    .filter(({ posts }) => posts !== 0);
  if (moves.length > 0) return { kind: 'moves', moves };
  const untested = untestedMoves(now.value, before.value);
  const fen = advanceOf(now.value) - advanceOf(before.value);
  if (fen !== 0) return { kind: 'advance', fen, untested };
  const on = now.value.peopleEffect.cutTakesEffectOn;
  return on !== null && on !== before.value.peopleEffect.cutTakesEffectOn
    ? { kind: 'cut', on, untested }
    : { kind: 'none', untested };
}

/**
 * What the setting would move if 有把握才调整 were not asked, county by county: told beside an effect that moves no post,
 * so that whoever turned a knob sees that it was read. Example: 红塔区 from 26 to 25, 通海县 from 19 to 20.
 */
function untestedMoves(now: AllocationProposal, before: AllocationProposal): readonly UntestedMove[] {
  const was = new Map(before.counties.map(({ county, proposedPart }) => [county, proposedPart]));
  return now.counties
    .map(({ county, proposedPart: to }) => ({ county, from: was.get(county) ?? to, to }))
    .filter(({ from, to }) => from !== to);
}
