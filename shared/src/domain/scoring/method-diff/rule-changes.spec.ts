import type { Rule } from '../method';
import { diffMethods } from './diff-methods';

const told = (before: Rule, after: Rule): readonly string[] => {
  const [old, now] = [before, after].map((rule) => ({
    indicators: [{ id: 'a', name: '甲', marks: '10', rule }],
  }));
  if (!old || !now) throw new Error('Both methods are given.');
  return diffMethods(old, now).map((one) => {
    expect(one).toMatchObject({ kind: 'ruleParameterChanged', indicator: 'a' });
    return one.sentence.zh;
  });
};

const proportional: Rule = { kind: 'proportional', target: '95', direction: 'atLeast' };
const steps: Rule = {
  kind: 'steps',
  steps: [
    { atLeast: '90', ratio: '1' },
    { atLeast: '80', ratio: '0.8' },
  ],
};
const bands: Rule = {
  kind: 'bands',
  bands: [
    { label: '达成', from: '0.8', to: '1' },
    { label: '未达成', from: '0', to: '0.8' },
  ],
};
const elements: Rule = {
  kind: 'elements',
  elements: [
    { id: 'plan', marks: '4', name: '有方案' },
    { id: 'list', marks: '6', name: '有名册' },
  ],
};

test.each<[string, Rule, Rule, readonly string[]]>([
  ['a target', proportional, { ...proportional, target: '96' }, ['指标“甲”的目标值由95改为96。']],
  [
    'a target that becomes the issued goal',
    proportional,
    { ...proportional, target: 'goal' },
    ['指标“甲”的目标值由95改为下达的绩效目标。'],
  ],
  [
    'a direction',
    proportional,
    { ...proportional, direction: 'atMost' },
    ['指标“甲”的达标方向由不低于目标值改为不高于目标值。'],
  ],
  [
    'a threshold',
    proportional,
    { ...proportional, overAchievement: { threshold: '1.3' } },
    ['指标“甲”的超额完成提示倍数由不提示改为1.3倍。'],
  ],
  [
    'the ratio of a step',
    steps,
    {
      ...steps,
      steps: [
        { atLeast: '90.0', ratio: '1' },
        { atLeast: 80, ratio: '0.85' },
      ],
    },
    ['指标“甲”的“达到80”一档的得分比例由80%改为85%。'],
  ],
  [
    'a step that begins elsewhere',
    steps,
    {
      ...steps,
      steps: [
        { atLeast: '90', ratio: '1' },
        { atLeast: '85', ratio: '0.8' },
      ],
    },
    ['指标“甲”删去“达到80”一档（原为80%）。', '指标“甲”增加“达到85”一档（80%）。'],
  ],
  [
    'steps in another order',
    steps,
    { ...steps, steps: [...steps.steps].reverse() },
    ['指标“甲”的各档、各要素的顺序由90、80改为80、90。'],
  ],
  [
    'the range of a band',
    bands,
    {
      ...bands,
      bands: [
        { label: '达成', from: '0.85', to: '1' },
        { label: '未达成', from: '0', to: '0.85' },
      ],
    },
    [
      '指标“甲”的“达成”一档的区间由80%至100%改为85%至100%。',
      '指标“甲”的“未达成”一档的区间由0%至80%改为0%至85%。',
    ],
  ],
  [
    'a band that goes',
    bands,
    { ...bands, bands: [{ label: '达成', from: '0.8', to: '1' }] },
    ['指标“甲”删去“未达成”一档（原为0%至80%）。'],
  ],
  [
    'the marks of elements',
    elements,
    {
      ...elements,
      elements: [
        { id: 'plan', marks: '5', name: '有方案' },
        { id: 'list', marks: '5', name: '有名册' },
      ],
    },
    ['指标“甲”的要素“有方案”的分值由4分改为5分。', '指标“甲”的要素“有名册”的分值由6分改为5分。'],
  ],
  [
    'the name of an element',
    elements,
    {
      ...elements,
      elements: [
        { id: 'plan', marks: '4', name: '有实施方案' },
        { id: 'list', marks: '6', name: '有名册' },
      ],
    },
    ['指标“甲”的要素“plan”的名称由“有方案”改为“有实施方案”。'],
  ],
  [
    'an element that comes',
    elements,
    { ...elements, elements: [...elements.elements, { id: 'more', marks: '0', name: '有台账' }] },
    ['指标“甲”增加要素“有台账”（0分）。'],
  ],
  [
    'a deduction and its floor',
    { kind: 'deduction', perOccurrence: '1' },
    { kind: 'deduction', perOccurrence: '2', floor: '3' },
    ['指标“甲”的每次扣分由1分改为2分。', '指标“甲”的最低得分由0分改为3分。'],
  ],
  [
    'an aggregate',
    { kind: 'evaluator', aggregate: 'mean' },
    { kind: 'evaluator', aggregate: 'median' },
    ['指标“甲”的汇总办法由取平均分改为取中位数。'],
  ],
  [
    'the cap of a veto',
    { kind: 'veto', capTotal: '59.99' },
    { kind: 'veto', capTotal: '79.99' },
    ['指标“甲”的总得分上限由59.99分改为79.99分。'],
  ],
])('%s is told in words', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

test('a change in a rule is told in English too', () => {
  const [before, after] = ['95', '96'].map((target) => ({
    indicators: [{ id: 'a', marks: 1, rule: { ...proportional, target } }],
  }));
  if (!before || !after) throw new Error('Both methods are given.');
  expect(diffMethods(before, after)[0]?.sentence.en).toBe('"a": the target changed from 95 to 96.');
});
