import { givenDecision, givenEntry } from './given-decision';
import { numbersInForce, stepLines } from './step-lines';

const states = (more: Parameters<typeof givenDecision>[0]) =>
  stepLines(givenDecision(more)).map(({ step, state, entry }) => [step, state, entry?.number ?? null]);
const submission = givenEntry(1, 'submission');

describe('the line of the four steps', () => {
  it('tells what is taken, what comes next and what is not due yet', () => {
    expect(states({ entries: [submission], next: 'collectiveDecision' })).toEqual([
      ['submission', 'taken', 1],
      ['collectiveDecision', 'next', null],
      ['countersignature', 'notYet', null],
      ['promulgation', 'notYet', null],
    ]);
  });

  it('shows an entry that waits for its check as waiting, not as taken', () => {
    const waits = givenEntry(2, 'collectiveDecision', { way: 'paper' });
    expect(
      states({ entries: [submission, waits], next: 'collectiveDecision', awaitingCheck: waits })[1],
    ).toEqual(['collectiveDecision', 'waits', 2]);
  });

  it('begins anew after a return, and counts no entry that was rejected', () => {
    const returned = givenEntry(3, 'countersignature', { outcome: 'returned', reason: '请补充' });
    const rejected = givenEntry(5, 'collectiveDecision', {
      way: 'paper',
      checkedBy: '演示·财政',
      rejected: true,
    });
    const entries = [
      submission,
      givenEntry(2, 'collectiveDecision'),
      returned,
      givenEntry(4, 'submission'),
      rejected,
    ];
    expect(states({ entries, next: 'collectiveDecision' })).toEqual([
      ['submission', 'taken', 4],
      ['collectiveDecision', 'next', null],
      ['countersignature', 'notYet', null],
      ['promulgation', 'notYet', null],
    ]);
    expect([...numbersInForce(entries)]).toEqual([4]);
  });
});
