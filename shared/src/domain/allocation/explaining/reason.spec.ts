import { rational, type Rational } from '../../numbers/rational';
import type { Bilingual } from '../../bilingual';
import { allocate } from '../allocate';
import type { AllocationInput, AllocationPolicy, AllocationUnit } from '../allocation';

const unit = (id: string, base: number, changes: Partial<AllocationUnit> = {}): AllocationUnit => ({
  id,
  factors: { base: rational(base) },
  ...changes,
});

function reason(
  posts: number,
  units: readonly AllocationUnit[],
  policy: Partial<AllocationPolicy> = {},
): Bilingual | undefined {
  const input: AllocationInput = {
    pool: { posts: BigInt(posts), fenPerPost: 1n },
    units,
    policy: {
      factors: [{ id: 'base', weight: rational(1) }],
      performance: { mode: 'none' },
      method: 'hamilton',
      ...policy,
    },
  };
  const outcome = allocate(input, { explain: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.explanation?.['a']?.reason;
}

const byShares = (score: Rational, other: Rational): Partial<AllocationPolicy> => ({
  performance: {
    mode: 'gradeCoefficient',
    coefficients: { excellent: score, good: other, fair: rational(0), poor: rational(0) },
  },
});

describe('the reason of a change', () => {
  it('names the factors as what they are', () => {
    expect(reason(10, [unit('a', 6, { lastPart: 5n }), unit('b', 4)])).toEqual({
      zh: '比上年增加 1 个名额（5 → 6），主要原因是分配因素：分配因素 +1.00。',
      en: '1 more than last year (5 → 6 posts), mainly because of the factors: factors +1.00.',
    });
  });

  it('speaks of one post as one', () => {
    expect(reason(2, [unit('a', 1, { lastPart: 2n }), unit('b', 1)])?.en).toMatch(
      /^1 fewer than last year \(2 → 1 post\), mainly because of the factors/,
    );
    expect(reason(2, [unit('a', 1, { lastPart: 1n }), unit('b', 1)])?.en).toBe('Unchanged at 1 post.');
  });

  it('names the bound that moved the unit: its floor, its cap or the maximum change', () => {
    const floored = [unit('a', 1, { lastPart: 4n, floor: 5n }), unit('b', 9, { lastPart: 6n })];
    expect(reason(10, floored)).toEqual({
      zh: '比上年增加 1 个名额（4 → 5），主要原因是保底：分配因素 −3.00，保底 +4.00。',
      en: '1 more than last year (4 → 5 posts), mainly because of the floor: factors −3.00, floor +4.00.',
    });
    const capped = [unit('a', 9, { lastPart: 8n, cap: 7n }), unit('b', 1, { lastPart: 2n })];
    expect(reason(10, capped)?.zh).toBe(
      '比上年减少 1 个名额（8 → 7），主要原因是封顶：分配因素 +1.00，封顶 −2.00。',
    );
    const last = [unit('a', 9, { lastPart: 5n }), unit('b', 1, { lastPart: 5n })];
    expect(reason(10, last, { maximumChange: { parts: 2n } })).toEqual({
      zh: '比上年增加 2 个名额（5 → 7），主要原因是分配因素：分配因素 +4.00，年度最大调整 −2.00。',
      en: '2 more than last year (5 → 7 posts), mainly because of the factors: factors +4.00, maximum change −2.00.',
    });
    const other = [unit('a', 1, { lastPart: 5n }), unit('b', 9, { lastPart: 5n })];
    expect(reason(10, other, { maximumChange: { parts: 2n } })?.zh).toContain('年度最大调整 +2.00');
  });

  it('says so where the bounds of others moved the unit, even one that has a floor of its own', () => {
    const units = [unit('a', 5, { lastPart: 5n, floor: 1n }), unit('b', 5, { floor: 7n })];
    expect(reason(10, units)).toEqual({
      zh: '比上年减少 2 个名额（5 → 3），主要原因是其他单位的上下限：其他单位的上下限 −2.00。',
      en: '2 fewer than last year (5 → 3 posts), mainly because of the bounds of other units: bounds of other units −2.00.',
    });
    // a stands at its own cap, but what raised it from 0.8 to 4 is the cap of b.
    const gaining = [unit('a', 2, { lastPart: 2n, cap: 4n }), unit('b', 8, { cap: 0n })];
    expect(reason(4, gaining)?.zh).toContain('其他单位的上下限 +3.20。');
  });

  it('does not call what two decimals leave over rounding where the quota is whole', () => {
    // a: 1 last year, 2/3 by factors, 1 by its grade.
    const units = [
      unit('a', 1, { lastPart: 1n, score: rational(95) }),
      unit('b', 2, { lastPart: 1n, score: rational(85) }),
    ];
    expect(reason(2, units, byShares(rational(2), rational(1)))?.zh).toBe(
      '与上年相同，1 个名额：分配因素 −0.33，绩效 +0.33。',
    );
    // a: 0 last year, 2 by factors, 3 by its grade, 2 with two thirds of the way.
    const phased = [
      unit('a', 1, { lastPart: 0n, score: rational(95) }),
      unit('b', 2, { lastPart: 6n, score: rational(85) }),
    ];
    const sentence = reason(6, phased, { ...byShares(rational(2), rational(1)), phaseIn: rational(2, 3) });
    expect(sentence?.zh).toBe(
      '比上年增加 2 个名额（0 → 2），主要原因是分配因素：分配因素 +2.00，绩效 +1.00，分年到位 −1.00。',
    );
  });

  it('puts the left-over hundredth into the largest line', () => {
    // a: 0 last year, 1/3 by factors (1 of 12), 2/3 by its grade (11/5 of 66/5), 1 by its floor: three times 0.33 is 0.99.
    const units = [
      unit('a', 1, { lastPart: 0n, score: rational(95), floor: 1n }),
      unit('b', 11, { lastPart: 4n, score: rational(85) }),
    ];
    expect(reason(4, units, byShares(rational(11, 5), rational(1)))?.zh).toBe(
      '比上年增加 1 个名额（0 → 1），主要原因是分配因素：分配因素 +0.34，绩效 +0.33，保底 +0.33。',
    );
  });

  it('still names rounding where a remainder was rounded', () => {
    expect(reason(10, [unit('a', 1, { lastPart: 3n }), unit('b', 2)])?.zh).toBe(
      '与上年相同，3 个名额：分配因素 +0.33，取整 −0.33。',
    );
  });
});
