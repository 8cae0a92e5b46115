import { exampleOf, SAMPLE, type Sample } from './rule-example';
import type { Indicator } from './tree-edits';

const example = (rule: NonNullable<Indicator['rule']>, sample: Partial<Sample>, marks = '15') => {
  const outcome = exampleOf({ id: 'x', marks, rule }, { ...SAMPLE, ...sample }, 2);
  return outcome?.ok ? outcome.score : outcome?.refusals[0]?.pointer;
};

it.each([
  [{ kind: 'proportional', target: '95', direction: 'atLeast' }, { figure: '86.2' }, '13.61'],
  [{ kind: 'proportional', target: 'goal', direction: 'atMost' }, { figure: '4', target: '2' }, '7.50'],
  [
    {
      kind: 'steps',
      steps: [
        { atLeast: '80', ratio: '0.8' },
        { atLeast: '95', ratio: '1' },
      ],
    },
    { figure: '86.2' },
    '12.00',
  ],
  [
    {
      kind: 'bands',
      bands: [
        { label: '达成', from: '0.8', to: '1' },
        { label: '未达成', from: '0', to: '0.8' },
      ],
    },
    { figure: '1' },
    '15.00',
  ],
  [
    {
      kind: 'elements',
      elements: [
        { id: 'a', marks: '5' },
        { id: 'b', marks: '10' },
      ],
    },
    { met: ['b'] },
    '10.00',
  ],
  [{ kind: 'yesNo' }, { yes: false }, '0.00'],
  [{ kind: 'deduction', perOccurrence: '1.25' }, { figure: '2' }, '12.50'],
  [{ kind: 'evaluator', aggregate: 'mean' }, { figure: '12、13.5' }, '12.75'],
] as const)('%p of %p gives %s', (rule, sample, score) => {
  expect(example(rule as never, sample)).toBe(score);
});

it('what the engine refuses is told instead of a score', () => {
  expect(example({ kind: 'proportional', target: '0', direction: 'atLeast' }, { figure: '1' })).toBe(
    '/method/indicators/0/rule/target',
  );
});

it('without marks or a rule there is nothing to compute', () => {
  expect(exampleOf({ id: 'x', marks: '5' }, SAMPLE, 2)).toBeNull();
});
