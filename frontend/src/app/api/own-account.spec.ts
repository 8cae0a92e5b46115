import { TestBed } from '@angular/core/testing';
import { Client, type Answer } from './client';
import { OwnAccount, type AccountDetails } from './own-account';
import { SessionLife } from './session-life';

/** A server that answers when the test lets it. */
function open() {
  const questions: { answer(phone: string): Promise<void>; fail(): Promise<void> }[] = [];
  const begun: string[] = [];
  const settled = () => new Promise<void>((done) => setTimeout(done));
  const client = {
    call: () =>
      new Promise<Answer<'readAccount'>>((resolve, reject) => {
        questions.push({
          answer: (phone) => {
            resolve({ phone, session: { expiresAt: phone } } as AccountDetails);
            return settled();
          },
          fail: () => {
            reject(new Error('no answer'));
            return settled();
          },
        });
      }),
  };
  const life = {
    begin: ({ expiresAt }: { expiresAt: string }) => void begun.push(expiresAt),
    forget: () => undefined,
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Client, useValue: client },
      { provide: SessionLife, useValue: life },
    ],
  });
  return { own: TestBed.inject(OwnAccount), questions, begun, settled };
}

describe('what an account says of itself', () => {
  it('is asked once, however many want to know at once', async () => {
    const { own, questions } = open();
    const [first, second] = [own.load(), own.load()];
    await questions[0]?.answer('138****5678');
    expect(questions).toHaveLength(1);
    expect(await first).toBe(await second);
    expect(own.value()?.phone).toBe('138****5678');
    expect(own.loading()).toBe(false);
  });

  it('is asked anew after a change, and an answer from before the change is not kept, whichever comes last', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      TestBed.resetTestingModule();
      const { own, questions, begun } = open();
      void own.load();
      own.reload();
      expect(questions).toHaveLength(2);
      for (const which of order) await questions[which]?.answer(which === 0 ? 'before' : 'after');
      expect(own.value()?.phone).toBe('after');
      expect(begun).toEqual(['after']);
      expect(own.loading()).toBe(false);
      void own.load();
      expect(questions).toHaveLength(3);
    }
  });

  it('says no problem of a question that a later one has replaced', async () => {
    const { own, questions, settled } = open();
    own.load().catch(() => undefined);
    own.reload();
    await questions[0]?.fail();
    expect(own.problem()).toBeNull();
    expect(own.loading()).toBe(true);
    await questions[1]?.fail();
    await settled();
    expect(own.problem()).not.toBeNull();
    expect(own.loading()).toBe(false);
  });
});
