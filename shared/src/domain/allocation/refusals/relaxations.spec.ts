import fc from 'fast-check';
import { rational } from '../../numbers/rational';
import { allocate } from '../allocate';
import type { AllocationInput, AllocationPolicy, AllocationUnit } from '../allocation';
import { smallestMaximumChange } from './smallest-maximum-change';

const unit = (id: string, lastPart: number, changes: Partial<AllocationUnit> = {}): AllocationUnit => ({
  id,
  factors: { base: rational(1) },
  lastPart: BigInt(lastPart),
  ...changes,
});
const given = (
  posts: number,
  units: readonly AllocationUnit[],
  policy: Partial<AllocationPolicy> = {},
): AllocationInput => ({
  pool: { posts: BigInt(posts), fenPerPost: 1n },
  units,
  policy: {
    factors: [{ id: 'base', weight: rational(1) }],
    performance: { mode: 'none' },
    method: 'hamilton',
    ...policy,
  },
});
const two = [unit('a', 5), unit('b', 5)];
const refusal = (input: AllocationInput) => {
  const outcome = allocate(input);
  return outcome.ok ? null : outcome.refusals[0]?.detail;
};

describe('bounds that cannot be met', () => {
  it('name the largest floors with what set them, and the least by which they must come down', () => {
    const units = [unit('a', 5, { floor: 9n, kept: 3n }), unit('b', 5, { floor: 5n })];
    expect(refusal(given(10, units))).toEqual({
      zh: '扣除保留数后，各单位下限（保底、年度最大调整）合计 11，比可分配总量 7 多 4（仅 “a” 6、“b” 5 就有 11）：请将下限合计至少调低 4，最少涉及 1 个单位（“a”（保底）由 9 调至 5），或将总量增加 4',
      en: 'Beyond the kept parts the least parts (floors, maximum change) sum to 11, 4 above the 7 to be split ("a" 6, "b" 5 alone come to 11): lower them by 4 in all, in at least 1 of the units ("a" (floor): 9 → 5), or raise the pool by 4',
    });
  });

  it('name the fewest units whose floors alone are above the pool, five of them at most', () => {
    const large = [unit('a', 5, { floor: 2n }), unit('b', 5, { floor: 11n }), unit('c', 5)];
    expect(refusal(given(10, large))?.zh).toContain('多 3（仅 “b” 11 就有 11）');
    const many = Array.from({ length: 9 }, (_, index) => unit(`u${index}`, 5, { floor: 2n }));
    expect(refusal(given(13, many))?.zh).toContain(
      '多 5（仅 “u0” 2、“u1” 2、“u2” 2、“u3” 2、“u4” 2 等 7 个单位 就有 14）',
    );
    expect(refusal(given(13, many))?.en).toContain('"u4" 2 and 2 more alone come to 14');
  });

  it('name the smallest maximum change that would do, in parts or in whole percent', () => {
    expect(refusal(given(13, two, { maximumChange: { parts: 1n } }))).toEqual({
      zh: '扣除保留数后，各单位上限（封顶、年度最大调整）合计 12，比可分配总量 13 少 1，分不完：请将上限合计至少调高 1（如“a”（年度最大调整）由 6 调至 7），或将年度最大调整放宽到 2，或将总量减少 1',
      en: 'Beyond the kept parts the most parts (caps, maximum change) sum to 12, 1 below the 13 to be split: raise them by 1 in all (such as "a" (maximum change): 6 → 7), or widen the maximum change to 2, or lower the pool by 1',
    });
    expect(refusal(given(7, two, { maximumChange: { ratio: rational(1, 10) } }))?.zh).toContain(
      '或将年度最大调整放宽到 40%，或将总量增加 3',
    );
  });

  it('say nothing of the maximum change where widening it would not help', () => {
    const units = [unit('a', 5, { floor: 5n }), unit('b', 5, { floor: 5n })];
    expect(refusal(given(9, units, { maximumChange: { parts: 1n } }))?.zh).not.toContain('放宽');
  });

  it('name the pool, where Hill and Adams give more first parts than there are', () => {
    expect(refusal(given(1, two, { method: 'hill' }))?.zh).toBe(
      '该方法先给每个有份额的单位 1 份，连同下限共需 2，可分配总量只有 1：请将总量增加 1，或改用其他方法',
    );
  });

  it('of one unit say by how much they contradict each other', () => {
    expect(refusal(given(10, [unit('a', 5, { floor: 6n, cap: 4n }), unit('b', 5)]))?.zh).toBe(
      '单位“a”至少 6（保底），至多 4（封顶），两者矛盾，请将前者调低或将后者调高 2',
    );
    expect(refusal(given(10, [unit('a', 5, { kept: 6n, cap: 4n }), unit('b', 5)]))?.zh).toBe(
      '单位“a”的保留数 6 大于上限 4（封顶），请将保留数调低或将上限调高 2',
    );
  });

  it('say by how much the kept parts are above the pool', () => {
    expect(refusal(given(10, [unit('a', 5, { kept: 6n }), unit('b', 5, { kept: 7n })]))).toEqual({
      zh: '各单位保留数合计 13，大于总量 10，请将保留数合计调低 3 或将总量增加 3',
      en: 'The kept parts sum to 13, above the pool of 10; lower them by 3 in all or raise the pool by 3',
    });
  });
});

describe('the smallest maximum change', () => {
  const inputs = fc
    .record({
      rows: fc.array(
        fc.record({
          last: fc.nat(9),
          floor: fc.option(fc.nat(6)),
          room: fc.option(fc.nat(6)),
          kept: fc.nat(2),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      posts: fc.integer({ min: 1, max: 40 }),
      change: fc.oneof(
        fc.nat(3).map((parts) => ({ parts: BigInt(parts) })),
        fc.nat(300).map((thousandths) => ({ ratio: rational(thousandths, 1000) })),
      ),
      method: fc.constantFrom('hamilton', 'adams'),
    })
    .map(({ rows, posts, change, method }) =>
      given(
        posts,
        rows.map(({ last, floor, room, kept }, index) =>
          unit(`unit-${index}`, last, {
            kept: BigInt(kept),
            ...(floor === null ? {} : { floor: BigInt(floor) }),
            ...(room === null ? {} : { cap: BigInt((floor ?? 0) + room) }),
          }),
        ),
        { maximumChange: change, method },
      ),
    );
  const isSplit = (input: AllocationInput, maximumChange: AllocationPolicy['maximumChange']) =>
    allocate({ ...input, policy: { ...input.policy, ...(maximumChange ? { maximumChange } : {}) } }).ok;

  it('makes a split possible, one part or percent less does not; where there is none no change does', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        if (allocate(input).ok) return;
        const smallest = smallestMaximumChange(input);
        const inPercent = 'ratio' in (input.policy.maximumChange ?? {});
        const step = (whole: bigint) => (inPercent ? { ratio: rational(whole, 100n) } : { parts: whole });
        if (smallest === null) {
          // A wider change may let in a unit that then needs its first part (see the function).
          if (input.policy.method === 'adams') return;
          for (const whole of [1n, 10n, 100n, 10_000n]) expect(isSplit(input, step(whole))).toBe(false);
          return;
        }
        const whole =
          'parts' in smallest
            ? smallest.parts
            : (smallest.ratio.numerator * 100n) / smallest.ratio.denominator;
        expect(isSplit(input, smallest)).toBe(true);
        if (whole > 0n) expect(isSplit(input, step(whole - 1n))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is absent where the policy has no maximum change', () => {
    expect(smallestMaximumChange(given(10, two))).toBeNull();
  });
});
