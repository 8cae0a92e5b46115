import { networkProblem } from './api-problem';
import { SaveQueue, type Answered, type Unsent, type UnsentStore } from './save-queue';
import { unsentStorage } from './unsent-storage';

type Entry = string;

function memory(): UnsentStore<Entry> & { rows: readonly Unsent<Entry>[] } {
  return {
    rows: [],
    read() {
      return this.rows;
    },
    write(rows) {
      this.rows = rows;
    },
  };
}

/** A queue before a server that answers when it is told to. */
function given(store = memory()) {
  const sent: Unsent<Entry>[] = [];
  const answers: ((answer: Answered) => void)[] = [];
  const line = { online: true };
  const queue = new SaveQueue<Entry>({
    send: ({ item, entry, version }) => {
      sent.push({ item, entry, version });
      return new Promise((resolve) => answers.push(resolve));
    },
    sendable: (_, entry) => !entry.endsWith('?'),
    isOnline: () => line.online,
    store,
  });
  const answer = async (answered: Answered) => {
    answers.shift()?.(answered);
    await settle();
  };
  return { queue, sent, answer, line, store };
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);
const saved = (version: number): Answered => ({ kind: 'saved', version });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('saving what is typed', () => {
  it('waits for a pause in the typing of less than a second, and sends only the last entry', async () => {
    const { queue, sent, answer } = given();
    queue.type('a', '1', 0);
    await pass(500);
    queue.type('a', '12', 0);
    await pass(500);
    expect(sent).toEqual([]);
    await pass(500);
    expect(sent).toEqual([{ item: 'a', entry: '12', version: 0 }]);
    expect(queue.state()).toBe('saving');
    await answer(saved(1));
    expect(queue.state()).toBe('saved');
    expect(queue.unsent()).toEqual([]);
  });

  it('sends at once when a field is left', async () => {
    const { queue, sent } = given();
    queue.type('a', '1', 0);
    void queue.flush();
    await settle();
    expect(sent).toHaveLength(1);
  });

  it('sends one at a time, in the order of typing', async () => {
    const { queue, sent, answer } = given();
    for (const item of ['b', 'a', 'c']) queue.type(item, item, 0);
    void queue.flush();
    await settle();
    expect(sent.map(({ item }) => item)).toEqual(['b']);
    await answer(saved(1));
    await answer(saved(1));
    await answer(saved(1));
    expect(sent.map(({ item }) => item)).toEqual(['b', 'a', 'c']);
    expect(queue.state()).toBe('saved');
  });

  it('sends what was typed during a save over the version which that save made', async () => {
    const { queue, sent, answer } = given();
    queue.type('a', '1', 4);
    void queue.flush();
    await settle();
    queue.type('a', '2', 4);
    await answer(saved(5));
    expect(sent.at(-1)).toEqual({ item: 'a', entry: '2', version: 5 });
    await answer(saved(6));
    expect(queue.state()).toBe('saved');
  });

  it('keeps an entry that is not whole until the person has completed it', async () => {
    const { queue, sent } = given();
    queue.type('a', 'why?', 0);
    await pass(2000);
    expect(sent).toEqual([]);
    expect(queue.state()).toBe('incomplete');
    queue.type('a', 'because', 0);
    await pass(1000);
    expect(sent.map(({ entry }) => entry)).toEqual(['because']);
  });

  it('keeps what a rule refused beside its reason, goes on with the others, and sends it again when it is mended', async () => {
    const { queue, sent, answer } = given();
    const problem = networkProblem();
    queue.type('a', '-1', 0);
    queue.type('b', '2', 0);
    void queue.flush();
    await settle();
    await answer({ kind: 'refused', problem });
    await answer(saved(1));
    expect(queue.unsent()).toEqual([{ item: 'a', entry: '-1', version: 0, state: 'refused', problem }]);
    queue.type('a', '1', 0);
    await pass(1000);
    expect(sent.at(-1)).toEqual({ item: 'a', entry: '1', version: 0 });
  });
});

describe('without a connection', () => {
  it('goes on taking what is typed, asks nobody, and sends all of it in order when the connection is back', async () => {
    const { queue, sent, answer, line } = given();
    line.online = false;
    queue.type('b', '1', 0);
    queue.type('a', '2', 3);
    queue.type('b', '9', 0);
    await pass(1000);
    expect(sent).toEqual([]);
    expect(queue.unsent().map(({ state }) => state)).toEqual(['offline', 'offline']);
    line.online = true;
    void queue.resume();
    await settle();
    await answer(saved(1));
    await answer(saved(4));
    expect(sent).toEqual([
      { item: 'b', entry: '9', version: 0 },
      { item: 'a', entry: '2', version: 3 },
    ]);
    expect(queue.state()).toBe('saved');
  });

  it('tries again by itself after an answer was lost', async () => {
    const { queue, sent, answer } = given();
    queue.type('a', '1', 0);
    await pass(1000);
    await answer({ kind: 'lost' });
    expect(queue.state()).toBe('offline');
    await pass(10_000);
    expect(sent).toHaveLength(2);
    await answer(saved(1));
    expect(queue.state()).toBe('saved');
  });

  it('what an earlier page could not send is sent by the next one, and then forgotten', async () => {
    const { queue, line, store } = given();
    line.online = false;
    queue.type('a', '1', 2);
    queue.stop();
    const next = given(store);
    next.queue.restore();
    await pass(1000);
    expect(next.sent).toEqual([{ item: 'a', entry: '1', version: 2 }]);
    await next.answer(saved(3));
    expect(store.rows).toEqual([]);
  });
});

describe('when somebody else changed the same item', () => {
  async function conflict() {
    const all = given();
    all.queue.type('a', 'mine', 1);
    all.queue.type('b', 'other', 0);
    await pass(1000);
    await all.answer({ kind: 'conflict' });
    return all;
  }

  it('what was typed stays, the other items go on, and nothing is sent over it', async () => {
    const { queue, sent, answer } = await conflict();
    await answer(saved(1));
    expect(queue.unsent().map(({ item, entry, state }) => [item, entry, state])).toEqual([
      ['a', 'mine', 'conflict'],
    ]);
    queue.type('a', 'mine too', 1);
    await pass(20_000);
    expect(sent.filter(({ item }) => item === 'a')).toHaveLength(1);
    expect(queue.of('a')?.entry).toBe('mine too');
  });

  it('one’s own stands over the version that was seen', async () => {
    const { queue, sent, answer } = await conflict();
    await answer(saved(1));
    void queue.keepMine('a', 7);
    await settle();
    expect(sent.at(-1)).toEqual({ item: 'a', entry: 'mine', version: 7 });
    await answer(saved(8));
    expect(queue.state()).toBe('saved');
  });

  it('the other’s is taken by giving up one’s own', async () => {
    const { queue, sent, answer } = await conflict();
    await answer(saved(1));
    queue.drop('a');
    await pass(20_000);
    expect(sent).toHaveLength(2);
    expect(queue.state()).toBe('saved');
  });
});

describe('the storage of what is unsent', () => {
  it('belongs to one account and one sheet, is gone when all is sent, and forgives what it cannot read', () => {
    const rows = [{ item: 'a', entry: '1', version: 0 }];
    const store = unsentStorage<Entry>('inspector', 'inspection.hongta.2026-02');
    store.write(rows);
    expect(store.read()).toEqual(rows);
    expect(unsentStorage('inspector-2', 'inspection.hongta.2026-02').read()).toEqual([]);
    store.write([]);
    expect(sessionStorage).toHaveLength(0);
    sessionStorage.setItem('yuheng.unsent.inspector.x', '{');
    expect(unsentStorage('inspector', 'x').read()).toEqual([]);
  });
});
