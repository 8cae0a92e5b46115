import { givenCountyYear } from '../../metrics/given-county-year';
import { ASSISTANTS_METHOD } from '../assistants-method';
import type { Method } from '../method';
import { simulateMethods, type SimulatedCounty } from './simulate-methods';

const mark = (marks: string) => ({
  marks,
  record: { kind: 'evaluatorMark' as const, county: 'jiangchuan', id: marks },
});
const UNIT = {
  facts: givenCountyYear(),
  marks: { implementationBenefit: [mark('4')], satisfaction: [mark('4.5'), mark('4')] },
};
const withMarks = (marks: Readonly<Record<string, string>>): Method => ({
  ...ASSISTANTS_METHOD,
  indicators: ASSISTANTS_METHOD.indicators
    .filter(({ id }) => marks[id] !== 'none')
    .map((one) => (marks[one.id] === undefined ? one : { ...one, marks: marks[one.id] })),
});
const simulated = (after: Method, markedUnder: Method | null = ASSISTANTS_METHOD) => {
  const outcome = simulateMethods({ before: ASSISTANTS_METHOD, after, markedUnder, units: [UNIT] });
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  return { ...outcome.value, county: outcome.value.counties[0] as SimulatedCounty };
};

test('a method beside itself moves nothing', () => {
  const { county, rescaled } = simulated(ASSISTANTS_METHOD);
  expect([county.difference, county.moved, rescaled]).toEqual(['0', [], []]);
});

test('marks of evaluators are re-scaled exactly where their indicator has other marks', () => {
  const { county, rescaled } = simulated(withMarks({ satisfaction: '8', implementationBenefit: '2' }));
  expect(rescaled.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['implementationBenefit', '5', '2'],
    ['satisfaction', '5', '8'],
  ]);
  // (4.5 + 4) ÷ 2 × 8 ÷ 5 = 6.8, and 4 × 2 ÷ 5 = 1.6.
  expect(county.moved.map(({ id, after }) => [id, after.score])).toEqual([
    ['implementationBenefit', '1.60'],
    ['satisfaction', '6.80'],
  ]);
  // 0.15 of the 90 marks that are applicable: no finding fell due in that year.
  expect(county.difference).toBe('0.16');
});

test('where there are no marks the leaf is missing, and what could be scored is told beside what it is out of', () => {
  const { county } = simulated(ASSISTANTS_METHOD, null);
  expect(county.after.total).toBeNull();
  expect(county.difference).toBeNull();
  expect(county.after.missing.map(({ id }) => id)).toEqual(['implementationBenefit', 'satisfaction']);
  expect([county.after.scored, county.after.scoredOf]).toEqual([
    county.before.scored,
    county.before.scoredOf,
  ]);
});

test('a leaf that is in one method alone has moved', () => {
  const { county } = simulated(withMarks({ satisfaction: 'none', implementationBenefit: '10' }));
  expect(county.moved.map(({ id, before, after }) => [id, before.state, after.state])).toEqual([
    ['implementationBenefit', 'scored', 'scored'],
    ['satisfaction', 'scored', 'absent'],
  ]);
});

test('what was judged by another rule holds for the very same leaf alone, and a veto of which nothing was said has not occurred', () => {
  const judged = (marks: string): Method => ({
    indicators: [
      { id: 'plan', name: '方案', marks, source: 'evaluator', rule: { kind: 'yesNo' } },
      {
        id: 'violation',
        name: '重大违规',
        marks: '0',
        source: 'evaluator',
        rule: { kind: 'veto', capTotal: '59.99' },
      },
    ],
  });
  const said = { record: mark('0').record, value: { met: true } };
  const outcome = simulateMethods({
    before: judged('10'),
    after: judged('8'),
    markedUnder: judged('10'),
    units: [{ facts: UNIT.facts, marks: { plan: [said] } }],
  });
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  const [county] = outcome.value.counties;
  expect([county?.before.total, county?.after.total, county?.after.missing.map(({ id }) => id)]).toEqual([
    '10.00',
    null,
    ['plan'],
  ]);
});

test('what the engine refuses of the method is refused with its pointer', () => {
  const outcome = simulateMethods({
    before: ASSISTANTS_METHOD,
    after: withMarks({ onPostRate: 'fifteen' }),
    markedUnder: null,
    units: [UNIT],
  });
  expect(!outcome.ok && outcome.refusals.map(({ pointer }) => pointer)).toEqual([
    '/method/indicators/6/marks',
  ]);
});
