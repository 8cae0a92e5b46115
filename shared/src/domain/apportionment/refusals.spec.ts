import { rational, type Rational } from '../numbers/rational';
import { apportion } from './apportion';
import type { ApportionmentInput } from './apportionment';

const exact = (values: readonly number[]): Rational[] => values.map((value) => rational(value));

const given = (changes: Partial<ApportionmentInput>): ApportionmentInput => ({
  total: 10n,
  weights: exact([1, 2]),
  method: 'hamilton',
  ...changes,
});
function pointers(input: ApportionmentInput): readonly string[] {
  const outcome = apportion(input);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
}

function parts(input: ApportionmentInput): readonly number[] {
  const outcome = apportion(input);
  return outcome.ok ? outcome.value.parts : [];
}

describe('a refused apportionment', () => {
  it.each<[string, Partial<ApportionmentInput>, readonly string[]]>([
    ['a negative weight', { weights: exact([-1, 2]) }, ['/weights/0']],
    ['all weights 0', { weights: exact([0, 0]) }, ['/weights']],
    ['no weights', { weights: [] }, ['/weights']],
    ['all weights 0, also of a total of 0', { weights: exact([0]), total: 0n }, ['/weights']],
    ['a negative total', { total: -1n }, ['/total']],
    ['a total beyond what a JSON number holds', { total: 2n ** 53n }, ['/total']],
    ['floors of another length', { floors: [1n] }, ['/floors']],
    ['caps of another length', { caps: [9n, 9n, 9n] }, ['/caps']],
    ['a negative floor', { floors: [0n, -1n] }, ['/floors/1']],
    ['a floor above its cap', { floors: [0n, 5n], caps: [9n, 4n] }, ['/floors/1']],
    ['floors above the total', { floors: [6n, 5n] }, ['/floors']],
    ['one floor above the total', { floors: [11n, 0n] }, ['/floors']],
    ['caps below the total', { caps: [4n, 5n] }, ['/caps']],
    ['caps of zero weights do not count', { weights: exact([0, 2]), caps: [9n, 9n] }, ['/caps']],
    ['Hill with fewer parts than weights', { method: 'hill', total: 1n }, ['/total']],
    ['Adams with a total of 0', { method: 'adams', total: 0n }, ['/total']],
    ['first parts beside floors', { method: 'adams', total: 2n, floors: [2n, 0n] }, ['/total']],
    ['two faults at once', { weights: exact([-1, -2]), caps: [1n] }, ['/weights/0', '/weights/1', '/caps']],
  ])('%s points at the fault', (_, changes, expected) => {
    expect(pointers(given(changes))).toEqual(expected);
  });

  it('says in both languages what to do', () => {
    const outcome = apportion(given({ floors: [6n, 5n] }));
    expect(outcome.ok ? null : outcome.refusals[0]?.detail).toEqual({
      zh: '保底数合计 11，大于总数 10：请将保底数合计至少调低 1，最少涉及 1 个单位（第 1 个单位由 6 调至 5），或将总数增加 1',
      en: 'The floors sum to 11, above the total 10: lower the floors by 1 in all, in at least 1 of the units (unit 1: 6 → 5), or raise the total by 1',
    });
  });

  it.each<[string, Partial<ApportionmentInput>, string]>([
    [
      'the cap of the largest weight',
      { caps: [4n, 5n] },
      'sum to 9, below the total 10: raise the caps by 1 in all (such as unit 2: 5 → 6), or lower the total by 1',
    ],
    [
      'the floor or the cap of one unit',
      { floors: [0n, 7n], caps: [9n, 4n] },
      'The floor 7 of unit 2 is above its cap 4; lower the floor or raise the cap by 3',
    ],
    [
      'at most five units by name',
      { weights: exact([1, 1, 1, 1, 1, 1, 1]), floors: [3n, 3n, 3n, 3n, 3n, 3n, 9n], total: 3n },
      'by 24 in all, in at least 6 of the units (unit 7: 9 → 0, unit 1: 3 → 0, unit 2: 3 → 0, unit 3: 3 → 0, unit 4: 3 → 0 and 1 more), or raise',
    ],
    [
      'the floors above the first parts',
      { method: 'adams', total: 2n, floors: [2n, 0n] },
      'it needs 3 parts, the total is 2: lower the floors by 1 in all, in at least 1 of the units (unit 1: 2 → 1), or raise the total by 1, or choose another method',
    ],
    [
      'the total alone, where there are more first parts than that',
      { method: 'hill', total: 1n, floors: [1n, 0n] },
      'it needs 2 parts, the total is 1: raise the total by 1, or choose another method',
    ],
  ])('names as the smallest relaxation %s', (_, changes, words) => {
    const outcome = apportion(given(changes));
    expect(outcome.ok ? '' : outcome.refusals[0]?.detail.en).toContain(words);
  });

  it('refuses thousands of weights whose common denominator no one could wait for, before it computes anything', () => {
    const weights = Array.from({ length: 5000 }, (_, unit) => rational(1n, 10n ** 390n + BigInt(unit)));
    const outcome = apportion(given({ weights, method: 'hill' }));
    expect(outcome.ok ? [] : outcome.refusals).toEqual([
      {
        pointer: '/weights',
        detail: {
          zh: '各单位权重化为同一分母后，位数超过 2000 位（到第 6 个单位为止），无法在合理时间内精确计算，请将权重四舍五入为几位小数',
          en: 'Over one common denominator the weights have more than 2000 digits (up to unit 6), too long to be computed exactly in reasonable time; round the weights to a few decimals',
        },
      },
    ]);
  });

  it('takes long weights of as few units as a province has, and thousands of decimals', () => {
    const long = Array.from({ length: 130 }, (_, unit) => rational(1n, 10n ** 390n + BigInt(unit)));
    expect(pointers(given({ weights: long, total: 1000n }))).toEqual([]);
    const decimals = Array.from({ length: 2844 }, (_, unit) =>
      rational(BigInt(unit) * 10n ** 20n + 1n, 10n ** 12n),
    );
    expect(pointers(given({ weights: decimals }))).toEqual([]);
  });

  it('takes a zero weight at its floor, a total of 0, and a cap above the total', () => {
    expect(parts(given({ weights: exact([0, 2]), floors: [3n, 0n], method: 'webster' }))).toEqual([3, 7]);
    expect(parts(given({ total: 0n }))).toEqual([0, 0]);
    expect(parts(given({ total: 3n, caps: [99n, 99n] }))).toEqual([1, 2]);
  });
});
