import { bilingual } from '../../bilingual';
import { METRICS } from '../../metrics/catalogue';
import { ASSISTANTS_METHOD } from '../assistants-method';
import { compileMethod } from '../compile-method';
import type { Method } from '../method';
import {
  findingsOf,
  givenBands,
  givenLeaf,
  givenMethod,
  givenSteps,
  givenWithLeaf,
  givenWithRule,
} from './given-method';

describe('a sound method has no finding', () => {
  test.each<[string, Method]>([
    ['the smallest', givenMethod([givenLeaf('a', '100')])],
    [
      'with fractional marks: 10 + 4 × 22.5',
      givenMethod([givenLeaf('x', '10'), ...'abcd'.split('').map((id) => givenLeaf(id, '22.5'))]),
    ],
    ['with another stated total', givenMethod([givenLeaf('a', '120')], { statedMarks: '120' })],
    [
      'with the goal that was issued as its target',
      givenWithRule({ kind: 'proportional', target: 'goal', direction: 'atLeast' }),
    ],
    [
      'with bands that cover every ratio, in any order',
      givenWithRule(givenBands(['achieved', '0.8', '1'], ['no', '0', '0.50'], ['partly', '0.5', '0.8'])),
    ],
    ['with steps that rise', givenWithRule(givenSteps(['90', '1'], ['80', '0.8'], ['60', '0']))],
    [
      'with steps that fall from 0 on, where fewer is better',
      givenWithRule(givenSteps(['0', '1'], ['2', '0.5'], ['5', '0'])),
    ],
    ['with a deduction', givenWithRule({ kind: 'deduction', perOccurrence: '2' })],
    [
      'with elements',
      givenWithRule({
        kind: 'elements',
        elements: [
          { id: 'a', marks: '15', name: '甲' },
          { id: 'b', marks: '25', name: '乙' },
        ],
      }),
    ],
    [
      'with a veto of 0 marks',
      givenMethod([
        givenLeaf('a', '100'),
        givenLeaf('v', '0', { rule: { kind: 'veto', capTotal: '59.99' }, source: 'evaluator' }),
      ]),
    ],
    ['with half of the marks on what others answer for', givenWithLeaf({ responsible: 'city', marks: '40' })],
    [
      'with the same name under two parents',
      givenMethod([
        givenLeaf('a', '60'),
        { id: 'benefit', name: '效益' },
        givenLeaf('b', '40', { parent: 'benefit', name: bilingual('指标a', 'a') }),
      ]),
    ],
  ])('%s', (_, method) => {
    expect(findingsOf(method)).toEqual([]);
    expect(compileMethod(method).ok).toBe(true);
  });

  test('nor has the default method of the assistants', () => {
    const metricUnits = new Map(
      Object.entries(METRICS).map(([code, { definition }]) => [code, definition.unit]),
    );
    expect(findingsOf(ASSISTANTS_METHOD, { metricUnits })).toEqual([]);
  });
});

test('errors come before warnings', () => {
  const method = givenMethod([givenLeaf('a', '0'), givenLeaf('b', '99')]);
  expect(findingsOf(method)).toEqual([
    'error marksDoNotSum /method/indicators',
    'warning noMarks /method/indicators/1/marks',
  ]);
});
