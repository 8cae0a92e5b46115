import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { refused } from '@yuheng/shared/domain/refusal';
import { effectOf } from './setting-effects';

const split = (changes: Partial<AllocationSettings> = {}) =>
  proposeSplit(GIVEN_EVIDENCE, { ...CAREFUL_SETTINGS, ...changes }, 'quick');
const NO_SPLIT = refused([]);

describe('what a setting does by itself', () => {
  it('is the posts that it moves, county by county, and they sum to none', () => {
    const effect = effectOf(split(), split({ maximumChange: { parts: 0 } }));
    if (effect.kind !== 'moves') throw new Error(`It does ${effect.kind}.`);
    expect(effect.moves.length).toBeGreaterThan(0);
    expect(effect.moves.reduce((sum, { posts }) => sum + posts, 0)).toBe(0);
  });

  it('is nothing where every county keeps what it has without it', () => {
    expect(effectOf(split(), split())).toEqual({ kind: 'none' });
  });

  it('is the money issued in advance where no post moves', () => {
    expect(effectOf(split({ advancePercent: '70' }), split())).toEqual({ kind: 'advance', fen: 126_000_000 });
  });

  it('is a split at all where there is none without it, and nothing where there is none with it', () => {
    expect(effectOf(split(), NO_SPLIT)).toEqual({ kind: 'needed' });
    expect(effectOf(NO_SPLIT, split())).toEqual({ kind: 'none' });
  });
});
