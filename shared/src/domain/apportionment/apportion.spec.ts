import fc from 'fast-check';
import { rational, type Rational } from '../numbers/rational';
import { apportion, type ApportionmentAnswer } from './apportion';
import type { ApportionmentInput, ApportionmentMethod } from './apportionment';

const METHODS: readonly ApportionmentMethod[] = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'];
const DIVISOR_METHODS = METHODS.filter((method) => method !== 'hamilton');
const big = (values: readonly number[]): bigint[] => values.map(BigInt);
const exact = (values: readonly number[]): Rational[] => values.map((value) => rational(value));

interface Plain {
  readonly total: number;
  readonly weights: readonly number[];
  readonly floors?: readonly number[];
  readonly caps?: readonly number[];
}
const input = (plain: Plain, method: ApportionmentMethod): ApportionmentInput => ({
  total: BigInt(plain.total),
  weights: exact(plain.weights),
  method,
  ...(plain.floors ? { floors: big(plain.floors) } : {}),
  ...(plain.caps ? { caps: big(plain.caps) } : {}),
});
function answer(plain: Plain, method: ApportionmentMethod): ApportionmentAnswer {
  const outcome = apportion(input(plain, method));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Feasible problems with small, often equal weights, so that ties and bounds really bite. */
const problems = (method: ApportionmentMethod): fc.Arbitrary<Required<Plain>> =>
  fc
    .array(
      fc.record({
        weight: fc.integer({ min: 0, max: 12 }),
        floor: fc.nat(3),
        room: fc.nat(9),
        slack: fc.nat(100),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((units) => {
      const weights = units.map(({ weight }, unit) => (unit === 0 ? weight + 1 : weight));
      const floors = units.map(({ floor }) => floor);
      const caps = units.map(({ floor, room }) => floor + room);
      const least = floors.map((floor, unit) =>
        (method === 'hill' || method === 'adams') && weights[unit]
          ? Math.min(Math.max(floor, 1), caps[unit] ?? 0)
          : floor,
      );
      const positive = method === 'hill' || method === 'adams' ? weights.filter(Boolean).length : 0;
      const low = Math.max(
        least.reduce((a, b) => a + b, 0),
        positive,
      );
      const high = caps.reduce((sum, cap, unit) => sum + (weights[unit] ? cap : (floors[unit] ?? 0)), 0);
      const share = (units[0]?.slack ?? 0) / 100;
      return { total: low + Math.floor(share * (high - low)), weights, floors, caps, feasible: low <= high };
    })
    .filter(({ feasible }) => feasible)
    .map(({ total, weights, floors, caps }) => ({ total, weights, floors, caps }));

/** Independent of the engine: serves the largest claim, one part at a time, with whole numbers only. */
function servedOneByOne(
  { total, weights, floors, caps }: Required<Plain>,
  method: ApportionmentMethod,
): number[] {
  const first = method === 'hill' || method === 'adams' ? 1 : 0;
  const parts = floors.map((floor, unit) =>
    weights[unit] ? Math.max(floor, Math.min(first, caps[unit] ?? 0)) : floor,
  );
  const signpostSquaredTimesFour = (held: number): number =>
    ({
      hamilton: NaN,
      webster: (2 * held + 1) ** 2,
      jefferson: 4 * (held + 1) ** 2,
      hill: 4 * held * (held + 1),
      adams: 4 * held ** 2,
    })[method];
  while (parts.reduce((a, b) => a + b, 0) < total) {
    let best = -1;
    weights.forEach((weight, unit) => {
      if (weight === 0 || (parts[unit] ?? 0) >= (caps[unit] ?? 0)) return;
      if (best < 0) return void (best = unit);
      const mine = weight ** 2 * signpostSquaredTimesFour(parts[best] ?? 0);
      const theirs = (weights[best] ?? 0) ** 2 * signpostSquaredTimesFour(parts[unit] ?? 0);
      if (mine > theirs || (mine === theirs && weight > (weights[best] ?? 0))) best = unit;
    });
    parts[best] = (parts[best] ?? 0) + 1;
  }
  return parts;
}

describe('apportionment', () => {
  it.each(METHODS)('%s: the parts are whole and sum to the total, within floors and caps', (method) => {
    fc.assert(
      fc.property(problems(method), (plain) => {
        const { parts } = answer(plain, method);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(plain.total);
        parts.forEach((part, unit) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(part).toBeGreaterThanOrEqual(plain.floors[unit] ?? 0);
          expect(part).toBeLessThanOrEqual(plain.caps[unit] ?? 0);
          if (plain.weights[unit] === 0) expect(part).toBe(plain.floors[unit]);
        });
      }),
      { numRuns: 400 },
    );
  });

  it.each(DIVISOR_METHODS)('%s: gives what serving one part at a time gives', (method) => {
    fc.assert(
      fc.property(problems(method), (plain) => {
        expect(answer(plain, method).parts).toEqual(servedOneByOne(plain, method));
      }),
      { numRuns: 1000 },
    );
  });

  it('Hamilton: each part is the quota rounded down or up, for the λ that a plain search finds', () => {
    fc.assert(
      fc.property(problems('hamilton'), (plain) => {
        const { parts } = answer(plain, 'hamilton');
        const clamped = (lambda: number) =>
          plain.weights.map((weight, unit) =>
            weight === 0
              ? (plain.floors[unit] ?? 0)
              : Math.min(Math.max(lambda * weight, plain.floors[unit] ?? 0), plain.caps[unit] ?? 0),
          );
        let [low, high] = [0, 1000];
        for (let step = 0; step < 100; step += 1) {
          const middle = (low + high) / 2;
          if (clamped(middle).reduce((a, b) => a + b, 0) < plain.total) low = middle;
          else high = middle;
        }
        clamped(high).forEach((quota, unit) => {
          expect(parts[unit]).toBeGreaterThan(quota - 1 - 1e-6);
          expect(parts[unit]).toBeLessThan(quota + 1 + 1e-6);
        });
      }),
      { numRuns: 400 },
    );
  });

  it.each(METHODS)('%s: the scale of the weights changes nothing', (method) => {
    fc.assert(
      fc.property(
        problems(method),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 999 }),
        (plain, up, down) => {
          const scaled = apportion({
            ...input(plain, method),
            weights: plain.weights.map((weight) => rational(BigInt(weight) * BigInt(up), down)),
          });
          expect(scaled).toEqual({ ok: true, value: answer(plain, method) });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(METHODS)('%s: the order of the units does not change which parts are given', (method) => {
    fc.assert(
      fc.property(problems(method), (plain) => {
        const turned = {
          total: plain.total,
          weights: [...plain.weights].reverse(),
          floors: [...plain.floors].reverse(),
          caps: [...plain.caps].reverse(),
        };
        const rows = (given: Required<Plain>) =>
          answer(given, method)
            .parts.map((part, unit) =>
              [given.weights[unit], given.floors[unit], given.caps[unit], part].join(),
            )
            .sort();
        // Units that differ in their bounds only may share a tie: then order decides, and only the parts compare.
        if (answer(plain, method).ties.length === 0) expect(rows(turned)).toEqual(rows(plain));
        else
          expect([...answer(turned, method).parts].sort()).toEqual([...answer(plain, method).parts].sort());
      }),
      { numRuns: 200 },
    );
  });

  it.each(METHODS)('%s: a larger weight never means fewer parts, all else equal', (method) => {
    fc.assert(
      fc.property(problems(method), fc.integer({ min: 1, max: 9 }), (plain, more) => {
        const raised = {
          ...plain,
          weights: plain.weights.map((weight, unit) => (unit === 0 ? weight + more : weight)),
        };
        expect(answer(raised, method).parts[0]).toBeGreaterThanOrEqual(answer(plain, method).parts[0] ?? 0);
      }),
      { numRuns: 400 },
    );
  });

  it('a huge total over few units is given out without a loop over its parts', () => {
    for (const method of METHODS) {
      const { parts } = answer({ total: 9_007_199_254_740_991, weights: [1, 2, 4] }, method);
      expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(9_007_199_254_740_991n);
      expect(Math.abs((parts[2] ?? 0) - 4 * (parts[0] ?? 0))).toBeLessThanOrEqual(4);
    }
  });

  it('thousands of units with floors and caps still sum to the total', () => {
    const weights = Array.from({ length: 2844 }, (_, unit) => 1 + ((unit * 7919) % 1000));
    for (const method of METHODS) {
      const plain = {
        total: 40_000,
        weights,
        floors: weights.map((_, unit) => unit % 5),
        caps: weights.map((_, unit) => 20 + (unit % 9)),
      };
      expect(answer(plain, method).parts.reduce((a, b) => a + b, 0)).toBe(40_000);
    }
  });
});

describe('ties of an apportionment', () => {
  it('are named although the input order decides them', () => {
    expect(answer({ total: 1, weights: [1, 1, 1] }, 'hamilton')).toEqual({
      parts: [1, 0, 0],
      ties: [{ units: [0, 1, 2], contested: 1, awardedTo: [0] }],
    });
  });

  it('are decided for the larger exact weight before the input order', () => {
    // Quotas 1.5 and 2.5: equal remainders, the second weighs more.
    expect(answer({ total: 4, weights: [3, 5] }, 'hamilton')).toEqual({
      parts: [1, 3],
      ties: [{ units: [0, 1], contested: 1, awardedTo: [1] }],
    });
    // Webster: claims 3 ÷ 1.5 and 1 ÷ 0.5 are equal.
    expect(answer({ total: 2, weights: [1, 3] }, 'webster')).toEqual({
      parts: [0, 2],
      ties: [{ units: [0, 1], contested: 1, awardedTo: [1] }],
    });
  });

  it('are no ties where remainders differ beyond what a double can tell', () => {
    // Remainders 1/2 + ε and 1/2 − ε with ε = 1/(2·10^30): the tie rule would serve the larger weight.
    const weights = [rational(10n ** 30n + 1n), rational(3n * 10n ** 30n - 1n)];
    expect(apportion({ total: 2n, weights, method: 'hamilton' })).toEqual({
      ok: true,
      value: { parts: [1, 1], ties: [] },
    });
  });

  it('name several contested parts, and leave out units whose claim was larger or smaller', () => {
    expect(answer({ total: 3, weights: [2, 1, 1, 1, 9], caps: [4, 4, 4, 4, 0] }, 'hamilton')).toEqual({
      parts: [1, 1, 1, 0, 0],
      ties: [{ units: [1, 2, 3], contested: 2, awardedTo: [1, 2] }],
    });
  });

  it('are absent where every equal claim was served', () => {
    expect(answer({ total: 3, weights: [1, 1, 1] }, 'jefferson').ties).toEqual([]);
    expect(answer({ total: 0, weights: [1, 1] }, 'webster').ties).toEqual([]);
  });

  it.each(DIVISOR_METHODS)('%s: the tie is exactly the equal claims around the last part', (method) => {
    fc.assert(
      fc.property(problems(method), (plain) => {
        const { parts, ties } = answer(plain, method);
        const positive = plain.weights.filter(Boolean).length;
        if (plain.total === 0 || plain.total <= positive) return;
        // Independently: with one part less or more, exactly the contested claims change hands.
        for (const { units, contested, awardedTo } of ties) {
          expect(awardedTo).toHaveLength(contested);
          expect(contested).toBeLessThan(units.length);
          const fewer = servedOneByOne({ ...plain, total: plain.total - contested }, method);
          const more = servedOneByOne({ ...plain, total: plain.total + units.length - contested }, method);
          units.forEach((unit) => expect(more[unit]).toBe((fewer[unit] ?? 0) + 1));
          awardedTo.forEach((unit) => expect(parts[unit]).toBe(more[unit]));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('Hill and Adams', () => {
  it.each(['hill', 'adams'] as const)('%s: give each positive weight one part first', (method) => {
    expect(answer({ total: 3, weights: [1000, 1, 1] }, method).parts).toEqual([1, 1, 1]);
    expect(answer({ total: 4, weights: [1000, 0, 1, 1] }, method).parts).toEqual([2, 0, 1, 1]);
  });

  it('Hill compares √(n(n+1)) exactly: 7 ÷ √2 is less than 10 ÷ 2, and 10 ÷ √2 more than 7', () => {
    expect(answer({ total: 3, weights: [10, 7] }, 'hill').parts).toEqual([2, 1]);
    // 3 ÷ √6 = 1.2247 and √3 ÷ √2: 9/6 against 3/2 can only be told equal by squares.
    expect(answer({ total: 5, weights: [4, 2] }, 'hill').ties).toEqual([]);
    expect(answer({ total: 4, weights: [5, 5] }, 'hill').ties).toEqual([]);
    expect(answer({ total: 3, weights: [5, 5] }, 'hill').ties).toEqual([
      { units: [0, 1], contested: 1, awardedTo: [0] },
    ]);
  });
});
