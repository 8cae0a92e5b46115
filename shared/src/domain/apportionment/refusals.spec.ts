import { rational, type Rational } from '../numbers/rational';
import { apportion, type ApportionmentInput } from './apportion';

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
      zh: '保底数合计 11，大于总数 10，请调低保底数或增加总数',
      en: 'The floors sum to 11, above the total 10; lower the floors or raise the total',
    });
  });

  it('takes a zero weight at its floor, a total of 0, and a cap above the total', () => {
    expect(parts(given({ weights: exact([0, 2]), floors: [3n, 0n], method: 'webster' }))).toEqual([3, 7]);
    expect(parts(given({ total: 0n }))).toEqual([0, 0]);
    expect(parts(given({ total: 3n, caps: [99n, 99n] }))).toEqual([1, 2]);
  });
});

describe('the explanation of an apportionment', () => {
  it('shows quota, remainder and rounding of each unit under Hamilton', () => {
    const outcome = apportion(given({ weights: exact([6, 6, 2]) }), { explain: true });
    expect(outcome.ok && outcome.value.explanation?.[2]?.steps).toMatchObject([
      { expression: '2 × 5/7', result: '1.428571' },
      { expression: '1 + 3/7', result: '2' },
    ]);
  });

  it('shows the claims of each unit under a divisor method, over the weights as given', () => {
    const outcome = apportion(
      { total: 3n, weights: [rational(5, 2), rational(1)], method: 'hill' },
      { explain: true },
    );
    expect(outcome.ok && outcome.value.explanation?.[0]?.steps).toMatchObject([
      { expression: '5/2 ÷ √(1 × 2)', result: '1.7677' },
      { expression: '5/2 ÷ √(2 × 3)', result: '1.0206' },
      { result: '2' },
    ]);
  });
});
