import { accountIdOf } from './demonstration-accounts';
import { demonstrationAssignments } from './demonstration-assignments';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';

const { evaluationRounds, evaluatorMarks, openMarks } = fixtureDemonstration();
const assignments = demonstrationAssignments(evaluationRounds, FIXTURE_COUNTIES);
const recheck = evaluationRounds.find(({ kind }) => kind === 'financeEvaluation');

describe('the assignments of the demonstration', () => {
  it('are those of the finance re-check alone, the three sections of each county to three evaluators', () => {
    expect(new Set(assignments.map(({ roundId }) => roundId))).toEqual(new Set([recheck?.roundId]));
    expect(assignments).toHaveLength(FIXTURE_COUNTIES.length * 3 * 3);
    expect(new Set(assignments.map((one) => `${one.countyId}/${one.accountId}`)).size).toBe(27);
  });

  it('let nobody have marked what was not assigned', () => {
    const assigned = new Set(assignments.map((one) => `${one.countyId}/${one.accountId}`));
    const marked = [...evaluatorMarks, ...openMarks].filter(({ roundId }) => roundId === recheck?.roundId);
    expect(marked.length).toBeGreaterThan(0);
    for (const { countyId, evaluator } of marked) {
      expect(assigned).toContain(`${countyId}/${accountIdOf(evaluator)}`);
    }
  });

  it('leave room for as many marks as the round expects: two indicators of three evaluators', () => {
    const evaluators = ['evaluator-1', 'evaluator-2', 'evaluator-3'].map(accountIdOf);
    const marking = assignments.filter(
      ({ accountId, section }) => evaluators.includes(accountId) && section === 'benefit',
    );
    expect(marking.length * 2).toBe(recheck?.marksExpected);
  });
});
