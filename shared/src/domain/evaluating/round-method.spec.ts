import { ASSISTANTS_METHOD } from '../scoring/assistants-method';
import { SELF_EVALUATION } from '../scoring/presets/self-evaluation';
import { SELF_EVALUATION_WITH_COST } from '../scoring/presets/self-evaluation-with-cost';
import { refusalsOfMethod } from './round-method';

describe('the method of a round', () => {
  it('is one of self-evaluation for a self-evaluation, and for no other kind', () => {
    for (const method of [SELF_EVALUATION, SELF_EVALUATION_WITH_COST]) {
      expect(refusalsOfMethod('selfEvaluation', method)).toEqual([]);
      expect(refusalsOfMethod('departmentEvaluation', method)).toHaveLength(1);
      expect(refusalsOfMethod('financeEvaluation', method)).toHaveLength(1);
    }
    expect(refusalsOfMethod('departmentEvaluation', ASSISTANTS_METHOD)).toEqual([]);
    expect(refusalsOfMethod('selfEvaluation', ASSISTANTS_METHOD)).toMatchObject([
      { pointer: '/methodVersion' },
    ]);
  });
});
