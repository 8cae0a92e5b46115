import { rational, type Rational } from '../numbers/rational';
import { allocate } from './allocate';
import type {
  AllocationAnswer,
  AllocationInput,
  AllocationPolicy,
  AllocationUnit,
  PerformancePolicy,
} from './allocation';

const BASE = [{ id: 'base', weight: rational(1) }];
const CONTINUOUS: PerformancePolicy = {
  mode: 'continuous',
  from: { score: rational(60), coefficient: rational(9, 10) },
  to: { score: rational(100), coefficient: rational(11, 10) },
};
const GRADES: PerformancePolicy = {
  mode: 'gradeCoefficient',
  coefficients: {
    excellent: rational(11, 10),
    good: rational(1),
    fair: rational(9, 10),
    poor: rational(8, 10),
  },
};

const policy = (changes: Partial<AllocationPolicy> = {}): AllocationPolicy => ({
  factors: BASE,
  performance: { mode: 'none' },
  method: 'hamilton',
  ...changes,
});
const unit = (id: string, base: number, changes: Partial<AllocationUnit> = {}): AllocationUnit => ({
  id,
  factors: { base: rational(base) },
  ...changes,
});
const posts = (count: number) => ({ posts: BigInt(count), fenPerPost: 1_200_000n });

function answer(input: AllocationInput, explain = false): AllocationAnswer {
  const outcome = allocate(input, { explain });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const partsOfUnits = (input: AllocationInput): readonly number[] => Object.values(answer(input).parts);

describe('an allocation', () => {
  it('gives back the published row from the headcounts of 2025', () => {
    const headcounts = [25, 15, 11, 19, 13, 14, 15, 21, 17];
    const given = answer({
      pool: posts(150),
      units: headcounts.map((count, index) => unit(`county-${index}`, count)),
      policy: policy(),
    });
    expect(Object.values(given.parts)).toEqual(headcounts);
    expect(Object.values(given.fen).map((amount) => amount / 100)).toEqual([
      300000, 180000, 132000, 228000, 156000, 168000, 180000, 252000, 204000,
    ]);
    expect(given).toMatchObject({ ties: [], warnings: [] });
  });

  it('splits money in whole units, and the money sums to the pool', () => {
    const given = answer({
      pool: { fen: 77_000_000n, unitFen: 1_000_000n },
      units: [unit('a', 1), unit('b', 1), unit('c', 1)],
      policy: policy(),
    });
    expect(given.parts).toEqual({ a: 26, b: 26, c: 25 });
    expect(given.fen).toEqual({ a: 26_000_000, b: 26_000_000, c: 25_000_000 });
    expect(given.ties).toEqual([{ units: ['a', 'b', 'c'], contested: 2, awardedTo: ['a', 'b'] }]);
  });

  it('weighs factors by their normalised weights, each as a share of its own sum', () => {
    // a: 3/5 · 1/4 + 2/5 · 3/5 = 39/100.
    const units = [
      { id: 'a', factors: { offices: rational(1), persons: rational(30) } },
      { id: 'b', factors: { offices: rational(3), persons: rational(20) } },
    ];
    const factors = [
      { id: 'offices', weight: rational(6) },
      { id: 'persons', weight: rational(4) },
    ];
    expect(partsOfUnits({ pool: posts(100), units, policy: policy({ factors }) })).toEqual([39, 61]);
  });

  it('does not ask for a factor whose weight is 0', () => {
    const factors = [...BASE, { id: 'unused', weight: rational(0) }];
    expect(
      partsOfUnits({ pool: posts(4), units: [unit('a', 1), unit('b', 3)], policy: policy({ factors }) }),
    ).toEqual([1, 3]);
  });
});

describe('performance', () => {
  const two = (first: Rational, second: Rational) => [
    unit('a', 50, { score: first }),
    unit('b', 50, { score: second }),
  ];
  const split = (performance: PerformancePolicy, first: Rational, second: Rational, pool = 2100) =>
    partsOfUnits({ pool: posts(pool), units: two(first, second), policy: policy({ performance }) });

  it('as a grade coefficient multiplies the share, by the grade of the score as printed', () => {
    expect(split(GRADES, rational(90), rational(8999, 100))).toEqual([1100, 1000]);
    expect(split(GRADES, rational(80), rational(7999, 100), 1900)).toEqual([1000, 900]);
    expect(split(GRADES, rational(60), rational(5999, 100), 1700)).toEqual([900, 800]);
  });

  it('as a continuous coefficient follows the straight line, and is clamped beyond its points', () => {
    expect(split(CONTINUOUS, rational(100), rational(80))).toEqual([1100, 1000]);
    expect(split(CONTINUOUS, rational(0), rational(100), 2000)).toEqual([900, 1100]);
    expect(split(CONTINUOUS, rational(92), rational(80), 2060)).toEqual([1060, 1000]);
  });

  it('as an addition mixes the share with the share of scores', () => {
    // a: 0.8 · 1/2 + 0.2 · 60/100 = 0.52
    expect(split({ mode: 'add', weight: rational(2, 10) }, rational(60), rational(40), 100)).toEqual([
      52, 48,
    ]);
  });

  it('warns where the mode has a known fault, or moves nothing', () => {
    const kinds = (performance: PerformancePolicy) =>
      answer({
        pool: posts(2),
        units: two(rational(90), rational(89)),
        policy: policy({ performance }),
      }).warnings.map(({ kind }) => kind);
    expect(kinds(GRADES)).toEqual(['gradeSteps', 'performanceMovesNothing']);
    expect(kinds({ mode: 'add', weight: rational(2, 10) })).toEqual([
      'pullsToMean',
      'performanceMovesNothing',
    ]);
    expect(kinds(CONTINUOUS)).toEqual(['performanceMovesNothing']);
    expect(kinds({ mode: 'none' })).toEqual([]);
  });

  it('names the units near an edge of a grade', () => {
    const [warning] = answer({
      pool: posts(100),
      units: [...two(rational(8901, 100), rational(85)), unit('c', 1, { score: rational(90) })],
      policy: policy({ performance: GRADES }),
    }).warnings;
    expect(warning?.message.zh).toMatch(/：a、c$/);
  });
});

describe('phase-in, kept parts and bounds', () => {
  it('phase-in goes the stated part of the way from the last share to the new one', () => {
    const units = [
      unit('a', 3, { lastPart: 30n }),
      unit('b', 7, { lastPart: 70n }),
      unit('c', 10, { lastPart: 0n }),
    ];
    const split = (phaseIn: Rational) =>
      partsOfUnits({ pool: posts(120), units, policy: policy({ phaseIn }) });
    expect(split(rational(1))).toEqual([18, 42, 60]);
    expect(split(rational(1, 2))).toEqual([27, 63, 30]);
    expect(split(rational(1, 3))).toEqual([30, 70, 20]);
  });

  it('kept parts stay, and only the rest is split', () => {
    const units = [unit('a', 1, { kept: 10n }), unit('b', 3)];
    expect(partsOfUnits({ pool: posts(14), units, policy: policy() })).toEqual([11, 3]);
  });

  it('a unit without a share keeps its kept parts, is warned of, and gets no more', () => {
    const given = answer({
      pool: posts(10),
      units: [unit('a', 0, { kept: 3n }), unit('b', 1)],
      policy: policy(),
    });
    expect(given.parts).toEqual({ a: 3, b: 7 });
    expect(given.warnings).toMatchObject([{ unit: 'a', kind: 'noShare' }]);
  });

  it('floor and cap hold for kept and newly split parts together', () => {
    const units = [
      unit('a', 1, { kept: 10n, floor: 12n }),
      unit('b', 3, { kept: 1n, cap: 2n }),
      unit('c', 4),
    ];
    expect(partsOfUnits({ pool: posts(21), units, policy: policy() })).toEqual([12, 2, 7]);
  });

  it('the maximum change in parts holds both ways', () => {
    const units = [unit('a', 1, { lastPart: 5n }), unit('b', 9, { lastPart: 5n })];
    expect(
      partsOfUnits({ pool: posts(10), units, policy: policy({ maximumChange: { parts: 1n } }) }),
    ).toEqual([4, 6]);
  });

  it('the maximum change as a ratio is rounded inwards: 15 by 10 % stays within 14 and 16', () => {
    const maximumChange = { ratio: rational(1, 10) };
    const units = [unit('a', 1, { lastPart: 15n }), unit('b', 9, { lastPart: 15n })];
    expect(partsOfUnits({ pool: posts(30), units, policy: policy({ maximumChange }) })).toEqual([14, 16]);
    // Under ten parts, ten percent allows no change at all.
    const few = [unit('a', 1, { lastPart: 9n }), unit('b', 9, { lastPart: 9n })];
    expect(partsOfUnits({ pool: posts(18), units: few, policy: policy({ maximumChange }) })).toEqual([9, 9]);
    // A ratio above 1 has no floor below 0.
    expect(
      partsOfUnits({
        pool: posts(18),
        units: few,
        policy: policy({ maximumChange: { ratio: rational(2) } }),
      }),
    ).toEqual([2, 16]);
  });

  it('where several bounds apply, the highest floor and the lowest cap count', () => {
    const units = [
      unit('a', 1, { lastPart: 5n, floor: 3n }),
      unit('b', 9, { lastPart: 5n, cap: 5n }),
      unit('c', 1, { lastPart: 0n, cap: 9n }),
    ];
    expect(
      partsOfUnits({ pool: posts(10), units, policy: policy({ maximumChange: { parts: 1n } }) }),
    ).toEqual([4, 5, 1]);
  });
});

describe('the checks of an allocation', () => {
  it('warn that one post more would cost a unit one, by name, with kept parts counted in', () => {
    const units = [unit('b', 6), unit('a', 6, { kept: 1n }), unit('c', 2, { kept: 3n })];
    const given = answer({ pool: posts(14), units, policy: policy() });
    expect(given.parts).toEqual({ a: 5, b: 4, c: 5 });
    expect(given.warnings).toEqual([
      {
        kind: 'houseParadox',
        message: {
          zh: '总数再增加 1 份（共 15 份）时，按最大余数法反而有单位减少：“c”由 5 减为 4（阿拉巴马悖论）；韦伯斯特法等除数法不会如此，请确认',
          en: 'With one part more (15 in all) largest remainder would give fewer to "c" (5 → 4) (the Alabama paradox); divisor methods such as Webster never do; confirm it',
        },
      },
    ]);
  });

  it('ask what one part more would do in whole units of money, too', () => {
    const units = [unit('a', 6), unit('b', 6), unit('c', 2)];
    const split = (parts: bigint) =>
      answer({ pool: { fen: parts * 500n, unitFen: 500n }, units, policy: policy() }).warnings;
    expect(split(10n).map(({ kind }) => kind)).toEqual(['houseParadox']);
    expect(split(11n)).toEqual([]);
  });

  it('are silent where the caps leave no room for one more', () => {
    const units = [unit('a', 6, { cap: 4n }), unit('b', 6, { cap: 4n }), unit('c', 2, { cap: 2n })];
    expect(answer({ pool: posts(10), units, policy: policy() }).warnings).toEqual([]);
  });

  it('warn of each unit whose parts are not its quota rounded down or up, with kept parts counted in', () => {
    const units = [unit('a', 81, { kept: 2n }), unit('b', 7), unit('c', 7), unit('d', 6)];
    const given = answer({ pool: posts(12), units, policy: policy({ method: 'jefferson' }) });
    expect(given.warnings).toEqual([
      {
        unit: 'a',
        kind: 'quotaBroken',
        message: {
          zh: '单位“a”分得 12，不在应得数 10.0198 上下取整（10 至 11）的范围内：杰斐逊法可能如此，最大余数法不会，请确认',
          en: 'Unit "a" gets 12, which is neither 10 nor 11, its quota 10.0198 rounded down and up: Jefferson may do so, largest remainder never does; confirm it',
        },
      },
    ]);
  });
});

describe('ties of an allocation', () => {
  it('go to the smaller id by code point, whatever the input order', () => {
    // U+FF5E comes before U+1F600, although its UTF-16 unit is the larger one.
    const ids = ['b', 'a', '\u{1F600}', '～'];
    for (const order of [ids, [...ids].reverse()]) {
      const given = answer({ pool: posts(3), units: order.map((id) => unit(id, 1)), policy: policy() });
      expect(given.ties).toEqual([
        { units: ['a', 'b', '～', '\u{1F600}'], contested: 3, awardedTo: ['a', 'b', '～'] },
      ]);
      expect(given.parts).toEqual({ a: 1, b: 1, '～': 1, '\u{1F600}': 0 });
    }
  });
});

describe('the explanation of an allocation', () => {
  const input: AllocationInput = {
    pool: posts(40),
    units: [
      unit('a', 25, { score: rational(92), lastPart: 25n, kept: 5n, floor: 20n }),
      unit('b', 15, { score: rational(72), lastPart: 15n, cap: 16n }),
    ],
    policy: policy({ performance: CONTINUOUS, phaseIn: rational(1, 2), maximumChange: { parts: 2n } }),
  };

  it('shows each step from the factor to the money, as sums that a pencil can repeat', () => {
    const sheet = answer(input, true).explanation?.a;
    expect(sheet?.steps.map(({ expression, result }) => `${expression} = ${result}`)).toEqual([
      '25 ÷ 40 = 62.5%',
      '0.9 + (92 − 60) ÷ (100 − 60) × (1.1 − 0.9) = 1.06',
      '62.5% × 1.06 ÷ 102.25% = ≈64.7922%',
      '25 ÷ 40 = 62.5%',
      '62.5% + 0.5 × (≈64.7922% − 62.5%) = ≈63.6461%',
      ' = 5',
      '40 − 5 = 35',
      '≈63.6461% × 35 = ≈22.2761',
      '23 − 5 = 18',
      '27 − 5 = 22',
      ' = 22',
      ' = 22',
      '5 + 22 = 27',
      '27 × 12,000.00 = 324,000.00',
    ]);
    expect(sheet?.reason).toEqual({
      zh: '比上年增加 2 个名额（25 → 27），主要原因是分配因素：分配因素 +1.88，绩效 +0.80，分年到位 −0.40，年度最大调整 −0.28。',
      en: '2 more than last year (25 → 27 posts), mainly because of the factors: factors +1.88, performance +0.80, phase-in −0.40, maximum change −0.28.',
    });
  });

  it('says what of the pool is kept by all, also of a unit that keeps nothing', () => {
    const units = [unit('a', 1, { kept: 10n }), unit('b', 3)];
    const sheets = answer({ pool: posts(50), units, policy: policy() }, true).explanation;
    const told = (id: string) =>
      sheets?.[id]?.steps.slice(1, 3).map(({ label, expression, result }) => [label.zh, expression, result]);
    const split = ['参加分配的总量：总量减各单位保留数合计', '50 − 10', '40'];
    expect(told('a')).toEqual([['保留数（不参加再分配）', '', '10'], split]);
    expect(told('b')).toEqual([['保留数（不参加再分配）', '', '0'], split]);
  });

  it('says of a grade from which score it comes, without a sum that would not give it', () => {
    const units = [unit('a', 1, { score: rational(5999, 100) }), unit('b', 3, { score: rational(95) })];
    const steps = answer({ pool: posts(10), units, policy: policy({ performance: GRADES }) }, true)
      .explanation?.a?.steps;
    expect(steps?.[1]).toEqual({
      label: { zh: '得分59.99，等级“差”，对应系数', en: 'score 59.99, grade "poor": its coefficient' },
      expression: '',
      result: '0.8',
    });
  });

  it('compares the claims of a divisor method from the quotas by the shares', () => {
    const units = [unit('a', 3), unit('b', 1)];
    const sheet = answer({ pool: posts(7), units, policy: policy({ method: 'webster' }) }, true).explanation
      ?.a;
    expect(sheet?.steps.map(({ expression, result }) => `${expression} = ${result}`)).toEqual([
      '3 ÷ 4 = 75%',
      ' = 5.25',
      '21/4 ÷ 4.5 = ≈1.1667',
      '21/4 ÷ 5.5 = ≈0.9545',
      ' = 5',
      '5 × 12,000.00 = 60,000.00',
    ]);
    // Nothing is left to claim where all parts are kept.
    const kept = [unit('a', 3, { kept: 7n }), unit('b', 1)];
    const still = answer({ pool: posts(7), units: kept, policy: policy({ method: 'jefferson' }) }, true);
    expect(still.parts).toEqual({ a: 7, b: 0 });
  });

  it("has no comparison without last year's figure, and is absent unless asked for", () => {
    const plain = { pool: posts(3), units: [unit('a', 1), unit('b', 2)], policy: policy() };
    expect(answer(plain, true).explanation?.a?.reason.en).toBe(
      "Gets 1 post; without last year's figure there is nothing to compare.",
    );
    expect(answer(plain)).not.toHaveProperty('explanation');
  });
});
