import fc from 'fast-check';
import { rational, type Rational } from '../../numbers/rational';
import { apportion, type ApportionmentExplanation } from '../apportion';
import type { ApportionmentInput } from '../apportionment';
import { printShort } from './print-short';

const exact = (values: readonly number[]): Rational[] => values.map((value) => rational(value));

function explained(changes: Partial<ApportionmentInput>): ApportionmentExplanation {
  const outcome = apportion(
    { total: 10n, weights: exact([6, 6, 2]), method: 'hamilton', ...changes },
    { explain: true },
  );
  if (!outcome.ok || !outcome.value.explanation) throw new Error(JSON.stringify(outcome));
  return outcome.value.explanation;
}
const lines = (changes: Partial<ApportionmentInput>, unit: number) =>
  explained(changes).units[unit]?.steps.map(({ expression, result }) => `${expression} = ${result}`);

describe('the explanation of an apportionment', () => {
  it('is absent unless asked for, so that the plain answer is parts and ties alone', () => {
    const outcome = apportion({ total: 10n, weights: exact([6, 6, 2]), method: 'hamilton' });
    expect(outcome).toEqual({ ok: true, value: { parts: [4, 4, 2], ties: [] } });
  });

  it('shows quota, remainder and rounding of each unit under Hamilton', () => {
    expect(lines({}, 2)).toEqual(['2 × 5/7 = ≈1.428571', '1 + 1 = 2']);
  });

  it('shows the quota and the claims of each unit under a divisor method, over the weights as given', () => {
    const changes = { total: 3n, weights: [rational(5, 2), rational(1)], method: 'hill' } as const;
    expect(lines(changes, 0)).toEqual([
      ' = ≈2.1429',
      '5/2 ÷ √(1 × 2) = ≈1.7678',
      '5/2 ÷ √(2 × 3) = ≈1.0206',
      ' = 2',
    ]);
  });

  it('rounds claims half up, as it does every other figure', () => {
    // 1 ÷ 1.5 = 0.6666…; 1 ÷ √2 = 0.70710…; 1 ÷ 8 and 1 ÷ 32 end on a half at no or the fifth decimal.
    const claim = (method: 'webster' | 'jefferson' | 'hill', weights: readonly number[], total: bigint) =>
      lines({ total, weights: exact(weights), method }, 0)?.find((line) => line.includes('÷'));
    expect(claim('webster', [1, 1], 4n)).toBe('1 ÷ 1.5 = ≈0.6667');
    expect(claim('hill', [1, 1], 4n)).toBe('1 ÷ √(1 × 2) = ≈0.7071');
    expect(claim('jefferson', [1], 8n)).toBe('1 ÷ 8 = 0.125');
    expect(claim('jefferson', [1], 32n)).toBe('1 ÷ 32 = ≈0.0313');
  });

  it('does not speak of a remainder where the quota is whole', () => {
    const steps = explained({ total: 7n }).units[0]?.steps;
    expect(steps?.map(({ expression, result }) => `${expression} = ${result}`)).toEqual([
      '6 × 1/2 = 3',
      ' = 3',
    ]);
    expect(steps?.at(-1)?.label).toEqual({
      zh: '应得数为整数，无需取整',
      en: 'the quota is whole: nothing to round',
    });
    const held = explained({ floors: [0n, 0n, 5n] }).units[2]?.steps;
    expect(held?.at(-1)).toMatchObject({ label: { zh: '应得数为整数，无需取整' }, result: '5' });
  });

  it('shows who got a contested part, and who did not, before the parts that came of it', () => {
    const changes = { total: 1n, weights: exact([1, 1]) };
    expect(lines(changes, 0)?.slice(-2)).toEqual(['0 + 1 = 1', '0 + 1 = 1']);
    expect(lines(changes, 1)?.slice(-2)).toEqual(['0 + 0 = 0', '0 + 0 = 0']);
    const claims = { total: 3n, weights: exact([1, 1]), method: 'webster' } as const;
    expect(lines(claims, 0)?.slice(-2)).toEqual(['1 + 1 = 2', ' = 2']);
    expect(lines(claims, 1)?.slice(-2)).toEqual(['1 + 0 = 1', ' = 1']);
  });

  it('says how many others are tied, and for how many parts', () => {
    const label = (total: bigint, weights: readonly number[]) =>
      explained({ total, weights: exact(weights) }).units[0]?.steps.at(-2)?.label;
    expect(label(1n, [1, 1])).toEqual({
      zh: '与其他 1 个单位并列，争 1 份，先给权重大者，再按既定顺序',
      en: 'tied with 1 other unit for 1 part: larger weight first, then the stated order',
    });
    expect(label(2n, [1, 1, 1])?.en).toBe(
      'tied with 2 other units for 2 parts: larger weight first, then the stated order',
    );
  });

  it.each(['hamilton', 'webster', 'jefferson', 'hill', 'adams'] as const)(
    '%s: the line of a tie is a sum that holds, and its result is the number of parts',
    (method) => {
      const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 });
      fc.assert(
        fc.property(weights, fc.integer({ min: 8, max: 30 }), (given, total) => {
          for (const { steps } of explained({ total: BigInt(total), weights: exact(given), method }).units) {
            const tie = steps.at(-2);
            if (!tie?.label.zh.includes('并列')) continue;
            const [held = NaN, more = NaN] = tie.expression.split(' + ').map(Number);
            expect(held + more).toBe(Number(tie.result));
            expect(tie.result).toBe(steps.at(-1)?.result);
          }
        }),
      );
    },
  );

  it('prints fractions of thousands of unrelated denominators rounded, without reducing them in full', () => {
    const weights = Array.from({ length: 300 }, (_, unit) =>
      rational(10n ** 30n, 10n ** 29n + BigInt(7 * unit + 1)),
    );
    const { units } = explained({ total: 1000n, weights });
    expect(units[7]?.steps[0]?.expression).toMatch(/^≈10\.000000 × ≈0\.333333$/);
  });

  it.each<[string, Rational]>([
    ['0', rational(0, 7)],
    ['1/3', rational(10n ** 40n, 3n * 10n ** 40n)],
    ['22/7', rational(66, 21)],
    ['123456789012345678', rational(123456789012345678n)],
    ['99999/100000', rational(99999, 100000)],
    ['≈0.999999', rational(9999993n, 10000000n)],
    ['≈3.141593', rational(314159265358979n, 100000000000000n)],
  ])('prints %s in lowest terms while that is short', (text, value) => {
    expect(printShort(value)).toBe(text);
  });
});

describe('the checks of an apportionment', () => {
  it('name who would lose a part if there were one more (the Alabama paradox of the textbooks)', () => {
    const { oneMore, warnings } = explained({});
    expect(oneMore).toEqual({ parts: [5, 5, 1], losers: [2] });
    expect(warnings).toEqual([
      {
        kind: 'houseParadox',
        message: {
          zh: '总数再增加 1 份（共 11 份）时，按最大余数法反而有单位减少：第 3 个单位由 2 减为 1（阿拉巴马悖论）；韦伯斯特法等除数法不会如此，请确认',
          en: 'With one part more (11 in all) largest remainder would give fewer to unit 3 (2 → 1) (the Alabama paradox); divisor methods such as Webster never do; confirm it',
        },
      },
    ]);
  });

  it('are silent where nobody loses, and where the caps leave no room for one more', () => {
    expect(explained({ total: 11n })).toMatchObject({ oneMore: { losers: [] }, warnings: [] });
    expect(explained({ caps: [4n, 4n, 2n] })).toMatchObject({ oneMore: null, warnings: [] });
    // A cap at the total holds for one part more too: the first may not get eleven.
    expect(explained({ weights: exact([1, 0]), caps: [10n, 10n] }).oneMore).toBeNull();
    expect(explained({ weights: exact([1, 0]) }).oneMore).toEqual({ parts: [11, 0], losers: [] });
  });

  it('name each unit whose parts are not its quota rounded down or up', () => {
    const { warnings } = explained({ weights: exact([80, 7, 7, 6]), method: 'jefferson' });
    expect(warnings).toEqual([
      {
        unit: 0,
        kind: 'quotaBroken',
        message: {
          zh: '第 1 个单位分得 10，高于应得数 8：杰斐逊法可能如此，最大余数法不会，请确认',
          en: 'Unit 1 gets 10, which is above its quota 8: Jefferson may do so, largest remainder never does; confirm it',
        },
      },
    ]);
    expect(explained({ weights: exact([81, 7, 7, 6]), method: 'jefferson' }).warnings[0]?.message).toEqual({
      zh: '第 1 个单位分得 10，不在应得数 8.0198 上下取整（8 至 9）的范围内：杰斐逊法可能如此，最大余数法不会，请确认',
      en: 'Unit 1 gets 10, which is neither 8 nor 9, its quota 8.0198 rounded down and up: Jefferson may do so, largest remainder never does; confirm it',
    });
  });

  it('say of a part below a whole quota that it is below', () => {
    const { warnings } = explained({ weights: exact([80, 7, 7, 6]), method: 'adams' });
    expect(warnings).toEqual([
      {
        unit: 0,
        kind: 'quotaBroken',
        message: {
          zh: '第 1 个单位分得 7，低于应得数 8：亚当斯法可能如此，最大余数法不会，请确认',
          en: 'Unit 1 gets 7, which is below its quota 8: Adams may do so, largest remainder never does; confirm it',
        },
      },
    ]);
  });

  it('hold a first part of Hill and Adams against the quota as well', () => {
    const { warnings } = explained({ total: 3n, weights: exact([1000, 1, 1]), method: 'hill' });
    expect(warnings.map(({ unit, kind }) => [unit, kind])).toEqual([[0, 'quotaBroken']]);
  });
});
