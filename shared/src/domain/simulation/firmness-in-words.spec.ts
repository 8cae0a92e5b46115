import { allocate } from '../allocation/allocate';
import { rational } from '../numbers/rational';
import { allocateWhereFirm } from './allocate-where-firm';
import { firmnessHeadline, firmnessSentence, printPercent } from './firmness-in-words';
import { stepsWithGate } from './firmness-steps';
import { givenAllocation, givenSettings, NINE, type GivenUnit } from './given-allocation';
import { steadinessOf } from './steadiness';

const noun = { zh: '名额', en: 'posts' };
const threshold = rational(9, 10);

const of = (units: readonly GivenUnit[], needed = threshold) => {
  const firm = allocateWhereFirm(givenAllocation(units), givenSettings({ runs: 10_000, threshold: needed }));
  if (!firm.ok) throw new Error('refused');
  return firm.value;
};

describe('how sure a change is, in words', () => {
  const { stability, firm } = of(NINE);
  const say = (id: string) => {
    const [unit, gate] = [stability.units[id], firm[id]];
    return unit && gate ? firmnessSentence(unit, gate, { runs: stability.runs, threshold, noun }).zh : '';
  };

  it('says of each county what was proposed, how sure it is, and what stays', () => {
    expect(say('hongta')).toBe(
      '测算增加 1 个名额，但在 10,000 次模拟中只有 88.76% 是这个方向，不到 90%，维持现行 25 个。',
    );
    expect(say('xinping')).toBe(
      '测算增加 1 个名额，在 10,000 次模拟中有 96.05% 是这个方向，达到 90%，由 21 个调整为 22 个。',
    );
    expect(say('tonghai')).toBe('在 10,000 次模拟中有 99.39% 与现行名额相同，维持 19 个。');
  });

  it('names three grades of certainty', () => {
    const held = (directionHeld: number) => ({ keptPart: 1, part: 2, directionHeld, distribution: [] });
    expect([90, 89, 75, 74].map((runs) => steadinessOf(held(runs), 100, threshold))).toEqual([
      'stable',
      'fairlyStable',
      'fairlyStable',
      'unstable',
    ]);
  });

  it('prints no share as one that it falls short of', () => {
    expect(
      [rational(899_999, 1_000_000), rational(9, 10), rational(1), rational(299_999, 300_000)].map(
        printPercent,
      ),
    ).toEqual(['89.99', '90', '100', '99.99']);
  });

  it('adds lines to the calculation that can be checked with a pencil, and tells the money that is left', () => {
    const proposed = allocate(givenAllocation(NINE), { explain: true });
    const steps = (id: string) => {
      const [unit, gate] = [stability.units[id], firm[id]];
      const own = proposed.ok ? proposed.value.explanation?.[id]?.steps : undefined;
      if (!unit || !gate || !own) throw new Error('absent');
      const { pool } = givenAllocation(NINE);
      const lines = stepsWithGate(own, { unit, firm: gate }, { runs: stability.runs, threshold, pool });
      return lines.slice(-3).map(({ label, expression, result }) => [label.zh, expression, result]);
    };
    expect(steps('hongta')).toEqual([
      ['测算方向（增、减或者不变）成立的模拟次数占比', '8,876 ÷ 10,000', '88.76%'],
      ['有把握才调整：不到90%，维持现行分配', '', '25'],
      ['金额（元）', '25 × 12,000.00', '300,000.00'],
    ]);
    expect(steps('xinping')).toEqual([
      ['测算方向（增、减或者不变）成立的模拟次数占比', '9,605 ÷ 10,000', '96.05%'],
      ['有把握才调整：达到90%的部分予以调整', '', '22'],
      ['金额（元）', '22 × 12,000.00', '264,000.00'],
    ]);
    expect(steps('tonghai').at(-2)).toEqual(['有把握才调整：测算没有增减，维持现行分配', '', '19']);
  });

  it.each([
    [10, '有把握才调整：没有可以对应的增减，维持现行分配'],
    [9, '有把握才调整：只调整能够对应的部分'],
  ])('says of a firm change that ends at %i of 10 parts why it goes no further', (part, label) => {
    const unit = { keptPart: 10, part: 8, directionHeld: 97, distribution: [] };
    const gate = { keptPart: 10, proposedPart: 8, part, firmParts: 2, verdict: 'unpaired' as const };
    const { pool } = givenAllocation(NINE);
    const lines = stepsWithGate([], { unit, firm: gate }, { runs: 100, threshold, pool });
    expect(lines[1]?.label.zh).toBe(label);
  });

  it('counts in the headline what moves, and says so where nothing is firm', () => {
    expect(firmnessHeadline(stability, firm, { threshold, noun }).zh).toBe(
      '有把握调整 1 个名额（10,000 次模拟中至少 90% 是这个方向），其余维持现行分配。',
    );
    const none = of(NINE, rational(1));
    expect(firmnessHeadline(none.stability, none.firm, { threshold: rational(1), noun }).zh).toMatch(
      /^不具备调整依据，维持现行名额：/,
    );
    expect(firmnessHeadline(none.stability, none.firm, { threshold: rational(1), noun }).zh).toMatch(
      /：按 10,000 次模拟，测算中 4 个县（市、区）的增减把握不足 100%。$/,
    );
    const equal = of(NINE.map(([id, last]) => [id, last, '90'] as const));
    expect(firmnessHeadline(equal.stability, equal.firm, { threshold, noun }).zh).toBe(
      '不具备调整依据，维持现行名额：按此办法测算，没有增减。',
    );
  });

  it.each([
    [
      1,
      1,
      '测算中 1 个县（市、区）的增减把握不足 90%，1 个虽有把握但没有可对应的增减。',
      'the change of 1 county is under 90 %, and the change of 1 county is firm, but without a counterpart.',
    ],
    [2, 0, '测算中 2 个县（市、区）的增减把握不足 90%。', 'the changes of 2 counties are under 90 %.'],
    [
      0,
      2,
      '测算中 2 个县（市、区）的增减虽有把握，但没有可对应的增减。',
      'the changes of 2 counties are firm, but without a counterpart.',
    ],
  ])(
    'where nothing moves, tells %i unsure changes from %i without a counterpart',
    (unsure, unpaired, zh, en) => {
      const held = (verdict: 'notFirm' | 'unpaired', count: number) =>
        Array.from({ length: count }, (_, place) => [
          `${verdict}-${place}`,
          { keptPart: 10, proposedPart: 9, part: 10, firmParts: verdict === 'unpaired' ? 1 : 0, verdict },
        ]);
      const firmOf = Object.fromEntries([...held('notFirm', unsure), ...held('unpaired', unpaired)]);
      const headline = firmnessHeadline(stability, firmOf, { threshold, noun });
      expect(headline.zh).toBe(`不具备调整依据，维持现行名额：按 10,000 次模拟，${zh}`);
      expect(headline.en).toBe(
        `No basis for a change, the split in force stays: in 10,000 simulations ${en}`,
      );
    },
  );

  it('says of a firm change without a counterpart that it stays', () => {
    const unit = { keptPart: 10, part: 9, directionHeld: 97, distribution: [] };
    const gate = { keptPart: 10, proposedPart: 9, part: 10, firmParts: 1, verdict: 'unpaired' as const };
    expect(firmnessSentence(unit, gate, { runs: 100, threshold, noun }).zh).toBe(
      '测算减少 1 个名额，在 100 次模拟中有 97% 是这个方向，但没有足够的、同样有把握的增加与之对应，维持现行 10 个。',
    );
    const half = { ...gate, proposedPart: 8, part: 9, firmParts: 2 };
    expect(firmnessSentence({ ...unit, part: 8 }, half, { runs: 100, threshold, noun }).zh).toMatch(
      /与之对应，只调整为 9 个。$/,
    );
  });
});
