import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { Outcome } from '@yuheng/shared/domain/refusal';

/** What a setting does by itself: the split with it, against the split in which only it is as in the policy in force. */
export type SettingEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'moves'; readonly moves: readonly { readonly county: string; readonly posts: number }[] }
  /** Posts stay, and another moment of the issue gets more or less. */
  | { readonly kind: 'advance'; readonly fen: number }
  | { readonly kind: 'cut'; readonly on: string }
  /** With only this setting put back there would be no split. */
  | { readonly kind: 'needed' };

const advanceOf = ({ counties }: AllocationProposal): number =>
  counties.reduce((sum, { advanceFen }) => sum + advanceFen, 0);

export function effectOf(
  now: Outcome<AllocationProposal>,
  before: Outcome<AllocationProposal>,
): SettingEffect {
  if (!now.ok) return { kind: 'none' };
  if (!before.ok) return { kind: 'needed' };
  const was = new Map(before.value.counties.map(({ county, part }) => [county, part]));
  const moves = now.value.counties
    .map(({ county, part }) => ({ county, posts: part - (was.get(county) ?? part) }))
    .filter(({ posts }) => posts !== 0);
  if (moves.length > 0) return { kind: 'moves', moves };
  const fen = advanceOf(now.value) - advanceOf(before.value);
  if (fen !== 0) return { kind: 'advance', fen };
  const on = now.value.peopleEffect.cutTakesEffectOn;
  return on !== null && on !== before.value.peopleEffect.cutTakesEffectOn
    ? { kind: 'cut', on }
    : { kind: 'none' };
}
