import type { Method } from '../method';
import { checkMethod, isPublishable } from './check-method';
import { findingsOf, givenBands, givenLeaf, givenMethod, givenSteps, givenWithRule } from './given-method';

describe('what will hardly be meant is a warning', () => {
  test.each<[string, Method, readonly string[]]>([
    [
      'the same name twice under one parent',
      givenMethod([givenLeaf('a', '40'), givenLeaf('b', '60', { name: '指标a' })]),
      ['nameTwice /method/indicators/2/name'],
    ],
    [
      'bands of which none reaches full marks',
      givenWithRule(givenBands(['a', '0', '0.9'])),
      ['fullMarksUnreachable /method/indicators/1/rule/bands'],
    ],
    [
      'bands that leave ratios between them to no band',
      givenWithRule(
        givenBands(['a', '0.8', '1'], ['b', '0.1', '0.4'], ['c', '0.4', '0.6'], ['d', '0', '0.1']),
      ),
      ['bandsLeaveGap /method/indicators/1/rule/bands/0/from'],
    ],
    [
      'a lowest band that begins above 0',
      givenWithRule(givenBands(['a', '0.2', '0.6'], ['b', '0.6', '1'])),
      ['bandsLeaveGap /method/indicators/1/rule/bands/0/from'],
    ],
    [
      'bands with several gaps, each of which is told, and full marks out of reach',
      givenWithRule(givenBands(['a', '0.2', '0.4'], ['b', '0.5', '0.9'])),
      [
        'bandsLeaveGap /method/indicators/1/rule/bands/0/from',
        'bandsLeaveGap /method/indicators/1/rule/bands/1/from',
        'fullMarksUnreachable /method/indicators/1/rule/bands',
      ],
    ],
    [
      'steps of which none gives full marks',
      givenWithRule(givenSteps(['90', '0.9'], ['80', '0.8'])),
      ['fullMarksUnreachable /method/indicators/1/rule/steps'],
    ],
    [
      'a higher step that gives no more',
      givenWithRule(givenSteps(['90', '1'], ['95', '1.0'], ['80', '0.8'])),
      ['stepWithoutDifference /method/indicators/1/rule/steps/1/ratio'],
    ],
    [
      'a higher step that gives less',
      givenWithRule(givenSteps(['90', '1'], ['95', '0.8'])),
      ['stepsRiseAndFall /method/indicators/1/rule/steps'],
    ],
    [
      'steps that fall from above 0 on, since below them there is nothing',
      givenWithRule(givenSteps(['1', '1'], ['5', '0'])),
      ['stepsRiseAndFall /method/indicators/1/rule/steps'],
    ],
    [
      'a deduction of 0',
      givenWithRule({ kind: 'deduction', perOccurrence: '0' }),
      ['deductionWithoutEffect /method/indicators/1/rule/perOccurrence'],
    ],
    [
      'a deduction that cannot go below full marks',
      givenWithRule({ kind: 'deduction', perOccurrence: '1', floor: '40' }),
      ['deductionWithoutEffect /method/indicators/1/rule/floor'],
    ],
    [
      'a veto that caps at the full marks',
      givenMethod([
        givenLeaf('a', '100'),
        givenLeaf('v', '0', { rule: { kind: 'veto', capTotal: '100' }, source: 'evaluator' }),
      ]),
      ['vetoWithoutEffect /method/indicators/2/rule/capTotal'],
    ],
  ])('%s', (_, method, expected) => {
    expect(findingsOf(method)).toEqual(expected.map((one) => `warning ${one}`));
    expect(isPublishable(checkMethod(method))).toBe(true);
  });

  test('a gap between bands is told with its ends', () => {
    const bands = givenBands(['达成', '0.8', '1'], ['未达成', '0', '0.6']);
    expect(checkMethod(givenWithRule(bands)).map(({ message }) => message)).toEqual([
      {
        zh: '指标“指标a”的各档没有覆盖0.6（含）至0.8（不含）的比例，评价人员无法评出这样的比例；请调低“达成”档的下限，或者增加一档。',
        en: 'The bands of "Indicator a" leave out the ratios from 0.6 up to but not including 0.8, which no evaluator can give; lower the "from" of "达成", or add a band.',
      },
    ]);
  });

  test('a veto caps at the stated total, not at 100', () => {
    const veto = givenLeaf('v', '0', { rule: { kind: 'veto', capTotal: '59.99' }, source: 'evaluator' });
    expect(findingsOf(givenMethod([givenLeaf('a', '50'), veto], { statedMarks: 50 }))).toEqual([
      'warning vetoWithoutEffect /method/indicators/2/rule/capTotal',
    ]);
  });
});
