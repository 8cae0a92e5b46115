import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { refused } from '@yuheng/shared/domain/refusal';
import { effectOf } from './setting-effects';

const split = (changes: Partial<AllocationSettings> = {}) =>
  proposeSplit(GIVEN_EVIDENCE, { ...CAREFUL_SETTINGS, ...changes }, 'quick');
const whole = (changes: Partial<AllocationSettings>) =>
  proposeSplit(GIVEN_EVIDENCE, { ...CAREFUL_SETTINGS, ...changes }, 'whole');
const NO_SPLIT = refused([]);

describe('what a setting does by itself', () => {
  it('is the posts that it moves, county by county, and they sum to none', () => {
    const effect = effectOf(split(), split({ maximumChange: { parts: 0 } }));
    if (effect.kind !== 'moves') throw new Error(`It does ${effect.kind}.`);
    expect(effect.moves.length).toBeGreaterThan(0);
    expect(effect.moves.reduce((sum, { posts }) => sum + posts, 0)).toBe(0);
  });

  it('is nothing where every county keeps what it has without it', () => {
    expect(effectOf(split(), split())).toEqual({ kind: 'none', untested: [] });
  });

  it('is the money issued in advance where no post moves', () => {
    expect(effectOf(split({ advancePercent: '70' }), split())).toEqual({
      kind: 'advance',
      fen: 126_000_000,
      untested: [],
    });
  });

  it('is a split at all where there is none without it, and nothing where there is none with it', () => {
    expect(effectOf(split(), NO_SPLIT)).toEqual({ kind: 'needed' });
    expect(effectOf(NO_SPLIT, split())).toEqual({ kind: 'none', untested: [] });
  });

  it('is nothing where the gate holds it back, beside what it would move', () => {
    // So sure that nothing is: every post stays.
    const firmness = { ...CAREFUL_SETTINGS.firmness, threshold: '1', scoreError: '30', runs: 200 };
    const effect = effectOf(whole({ firmness }), whole({ firmness, maximumChange: { parts: 0 } }));
    if (effect.kind !== 'none') throw new Error(`It does ${effect.kind}.`);
    expect(effect.untested.length).toBeGreaterThan(1);
    expect(effect.untested.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(0);
  });
});
