import type { Method } from '../method';
import { checkMethod } from './check-method';
import {
  findingsOf,
  GIVEN_OUTPUT,
  givenBands,
  givenLeaf,
  givenMethod,
  givenSteps,
  givenWithLeaf,
  givenWithRule,
} from './given-method';

describe('what the engine refuses is an error', () => {
  const at = '/method/indicators';
  test.each<[string, Method, readonly string[]]>([
    ['no indicator', { indicators: [] }, [at]],
    [
      'an id that stands twice',
      givenMethod([givenLeaf('a', '40'), givenLeaf('a', '60', { name: '乙' })]),
      [`${at}/2/id`],
    ],
    [
      'an unknown parent',
      givenMethod([givenLeaf('a', '40', { parent: 'x' }), givenLeaf('b', '60')]),
      [`${at}/1/parent`],
    ],
    [
      'parents in a cycle',
      givenMethod([
        { id: 'p', parent: 'q', name: '甲' },
        { id: 'q', parent: 'p', name: '乙' },
        givenLeaf('a', '100'),
      ]),
      [`${at}/1/parent`, `${at}/2/parent`],
    ],
    [
      'a parent with a rule',
      { indicators: [{ ...GIVEN_OUTPUT, rule: { kind: 'yesNo' } }, givenLeaf('a', '100')] },
      [`${at}/0/rule`],
    ],
    [
      'a parent whose marks contradict its leaves',
      { indicators: [{ ...GIVEN_OUTPUT, marks: 90 }, givenLeaf('a', '100')] },
      [`${at}/0/marks`],
    ],
    [
      'decimal places that are no whole number',
      givenMethod([givenLeaf('a', '100')], { scoreDecimals: 1.5 }),
      ['/method/scoreDecimals'],
    ],
    ['negative marks', givenMethod([givenLeaf('a', '-10'), givenLeaf('b', '110')]), [`${at}/1/marks`]],
    ['marks that are no decimal', givenWithLeaf({ marks: '40分' }), [`${at}/1/marks`]],
    [
      'a target of 0',
      givenWithRule({ kind: 'proportional', target: 0, direction: 'atLeast' }),
      [`${at}/1/rule/target`],
    ],
    [
      'a band whose lower bound is not under its upper one',
      givenWithRule(givenBands(['a', '0.5', '0.5'], ['b', '0.6', '1'])),
      [`${at}/1/rule/bands/0/to`],
    ],
    [
      'bands that overlap',
      givenWithRule(givenBands(['a', '0.5', '1'], ['b', '0', '0.6'])),
      [`${at}/1/rule/bands/0/from`],
    ],
    ['a band outside 0 to 1', givenWithRule(givenBands(['a', '0', '1.2'])), [`${at}/1/rule/bands/0/to`]],
    [
      'steps from the same figure on',
      givenWithRule(givenSteps(['90', '1'], ['90.0', '0.8'])),
      [`${at}/1/rule/steps/1/atLeast`],
    ],
    [
      'a step above all of the marks',
      givenWithRule(givenSteps(['90', '1.1'], ['80', '1'])),
      [`${at}/1/rule/steps/0/ratio`],
    ],
    [
      'elements that do not sum to the marks',
      givenWithRule({ kind: 'elements', elements: [{ id: 'x', marks: '39', name: '甲' }] }),
      [`${at}/1/rule/elements`],
    ],
    [
      'a floor above the marks',
      givenWithRule({ kind: 'deduction', perOccurrence: '1', floor: '41' }),
      [`${at}/1/rule/floor`],
    ],
    [
      'a veto with marks',
      givenMethod([
        givenLeaf('a', '40', { rule: { kind: 'veto', capTotal: '59.99' }, source: 'evaluator' }),
        givenLeaf('b', '60'),
      ]),
      [`${at}/1/marks`],
    ],
  ])('%s', (_, method, pointers) => {
    expect(findingsOf(method)).toEqual(pointers.map((pointer) => `error cannotScore ${pointer}`));
  });

  test('and the leaves below an unsound tree are told in the same answer, with the settings', () => {
    const method = givenMethod(
      [
        givenLeaf('a', '40', { parent: 'x', criteria: undefined }),
        givenLeaf('a', '60', { rule: { kind: 'deduction', perOccurrence: '-1' } }),
      ],
      { scoreDecimals: -1 },
    );
    expect(findingsOf(method)).toEqual([
      'error cannotScore /method/indicators/2/id',
      'error cannotScore /method/indicators/1/parent',
      'error cannotScore /method/scoreDecimals',
      'error cannotScore /method/indicators/2/rule/perOccurrence',
      'error absent /method/indicators/1/criteria',
    ]);
  });

  test('and names the indicator that it is about', () => {
    const [first] = checkMethod(givenWithRule({ kind: 'deduction', perOccurrence: '-1' }));
    expect(first?.message).toEqual({
      zh: '指标“指标a”：每次扣分不得为负数，现为-1，请改正。',
      en: '"Indicator a": The deduction per occurrence must not be negative; it is -1. Correct it.',
    });
  });
});
