import { TestBed } from '@angular/core/testing';
import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { GivenWorkers } from './given-question';
import { Proposing, START_PROPOSING, type SplitQuestion } from './proposing';

const QUESTION: SplitQuestion = {
  evidence: GIVEN_EVIDENCE,
  evidenceSha256: 'e'.repeat(64),
  settings: CAREFUL_SETTINGS,
  depth: 'quick',
};
const moved = (posts: number): SplitQuestion => ({
  ...QUESTION,
  settings: { ...CAREFUL_SETTINGS, movablePosts: posts },
});

function given() {
  const workers = new GivenWorkers();
  TestBed.configureTestingModule({ providers: [{ provide: START_PROPOSING, useValue: workers.start }] });
  const proposing = TestBed.inject(Proposing);
  const ask = async (question: SplitQuestion, control = new AbortController()) => {
    const answer = proposing.propose(question, control.signal);
    // A rejection is looked at by the test, never by the process.
    answer.catch(() => undefined);
    await new Promise((done) => setTimeout(done));
    return { answer, control };
  };
  return { workers, ask };
}

describe('splits computed beside the page', () => {
  it('are answered by one worker, question after question', async () => {
    const { workers, ask } = given();
    const first = await ask(QUESTION);
    workers.answerAll();
    expect((await first.answer).ok).toBe(true);
    const second = await ask(moved(40));
    workers.answerAll();
    await second.answer;
    expect(workers.started).toHaveLength(1);
  });

  it('are not computed twice: the same settings, however they are written, are answered at once', async () => {
    const { workers, ask } = given();
    const first = await ask(QUESTION);
    workers.answerAll();
    const answer = await first.answer;
    const settings = { ...CAREFUL_SETTINGS, advancePercent: '0.0' };
    const again = await ask({ ...QUESTION, settings });
    expect(await again.answer).toBe(answer);
    expect(workers.waiting()).toHaveLength(0);
  });

  it('of other evidence or another depth are other questions', async () => {
    const { workers, ask } = given();
    const first = await ask(QUESTION);
    workers.answerAll();
    await first.answer;
    await ask({ ...QUESTION, evidenceSha256: 'f'.repeat(64) });
    expect(workers.waiting()).toHaveLength(1);
    await ask({ ...QUESTION, depth: 'whole' });
    expect(workers.waiting()).toHaveLength(2);
  });

  it('that nobody waits for any more are ended, and their late answer goes nowhere', async () => {
    const { workers, ask } = given();
    const late = await ask(QUESTION);
    const [worker] = workers.waiting();
    late.control.abort(new Error('A newer question was asked.'));
    await expect(late.answer).rejects.toThrow('newer');
    expect(worker?.isEnded).toBe(true);
    const newer = await ask(moved(40));
    expect(workers.waiting()).toEqual([workers.started[1]]);
    workers.answerAll();
    expect((await newer.answer).ok).toBe(true);
  });

  it('fail with the failure of their worker, and are asked of a new one the next time', async () => {
    const { workers, ask } = given();
    const failing = await ask(QUESTION);
    workers.waiting()[0]?.fail('out of memory');
    await expect(failing.answer).rejects.toThrow('out of memory');
    const again = await ask(QUESTION);
    expect(workers.started).toHaveLength(2);
    workers.answerAll();
    expect((await again.answer).ok).toBe(true);
  });
});
