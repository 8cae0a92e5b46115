import { bilingual } from '../../bilingual';
import type { Indicator, Rule } from '../method';
import { findingsOf, givenLeaf, givenMethod, givenSteps, givenWithLeaf, givenWithRule } from './given-method';

describe('publication requires', () => {
  test.each<[string, Partial<Indicator>]>([
    ['source', { source: undefined }],
    ['responsible', { responsible: undefined }],
    ['criteria', { criteria: undefined }],
    ['criteria', { criteria: '  ' }],
    ['criteria', { criteria: bilingual('按规定完成的，得满分。', '') }],
    ['name', { name: undefined }],
    ['marks', { marks: undefined }],
    ['rule', { rule: undefined }],
    ['unit', { rule: { kind: 'proportional', target: '95', direction: 'atLeast' } }],
    ['unit', { rule: givenSteps(['95', '1']), unit: '' }],
  ])('the entry %s of a leaf', (key, extra) => {
    expect(findingsOf(givenWithLeaf(extra))).toEqual([`error absent /method/indicators/1/${key}`]);
  });

  test('nothing below a heading is told once, as a heading without indicators', () => {
    expect(findingsOf(givenMethod([{ id: 'benefit', name: '效益' }, givenLeaf('a', '100')]))).toEqual([
      'error absent /method/indicators/1',
    ]);
  });

  test('the name of a parent', () => {
    expect(findingsOf({ indicators: [{ id: 'output' }, givenLeaf('a', '100')] })).toEqual([
      'error absent /method/indicators/0/name',
    ]);
  });

  test('the name of every element', () => {
    const rule: Rule = {
      kind: 'elements',
      elements: [
        { id: 'x', marks: '10', name: '甲' },
        { id: 'y', marks: '30' },
      ],
    };
    expect(findingsOf(givenWithRule(rule))).toEqual([
      'error absent /method/indicators/1/rule/elements/1/name',
    ]);
  });

  test('the item of a leaf that comes from the inspections', () => {
    expect(findingsOf(givenWithLeaf({ source: 'inspection' }))).toEqual([
      'error absent /method/indicators/1/inspectionItem',
    ]);
    expect(findingsOf(givenWithLeaf({ source: 'inspection', inspectionItem: 'filing' }))).toEqual([]);
  });
});
