import { kindOfPathId } from './kind-of-path-id';

describe('what a refused act is about', () => {
  it.each([
    ['round', 'evaluationRound.change', 'evaluationRound'],
    ['county', 'evidence.store', 'county'],
    ['decision', 'allocationDecision.step', 'allocationDecision'],
    ['kind', 'sheet.submit', 'sheet'],
    ['kind', 'sheetImport.apply', 'sheet'],
    ['kind', 'sheetTemplate.publish', 'sheetTemplate'],
  ])('with the id %s in the path of %s is called %s', (id, act, kind) => {
    expect(kindOfPathId(id, act)).toBe(kind);
  });
});
