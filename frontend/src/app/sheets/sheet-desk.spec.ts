import type { Sheet } from '@yuheng/shared/contract/sheets';
import { ApiProblem, networkProblem, type ClientProblem } from '../api/api-problem';
import { SheetDesk } from './sheet-desk';
import type { Draft, Item, StoredValue } from './sheet-draft';

const stored = (version: number, value: string, by = '演示·经办'): StoredValue => ({
  ...{ state: 'reported', value, conclusion: null, reason: null, evidence: [] },
  ...{ version, by, at: '2026-03-02T01:00:00.000Z' },
});
const item = (id: string, current: StoredValue | null = null): Item => ({
  ...{ id, name: { zh: id, en: id }, answer: 'count', frequency: 'monthly', required: true, asked: true },
  ...{ current, lastMonth: null, carried: null, suggested: null },
});
const sheet = (items: readonly Item[], acts: Sheet['acts'] = ['write', 'submit']): Sheet => ({
  ...{ program: 'assistants', kind: 'workload', county: 'hongta', countyName: '红塔区', month: '2026-02' },
  ...{ asOf: '2026-03-20', demonstration: true, stage: 'open', state: 'notDue', dueOn: '2026-03-15' },
  ...{ submittedOn: null, approvedOn: null, filled: 0, asked: 2, passed: 0, failed: 0, notApplicable: 0 },
  ...{ unchanged: false, version: 1, check: null, submittedBy: null, approvedBy: null, returnReason: null },
  ...{ reopenedReason: null, reopenedUntil: null, templateVersion: 1, openFindings: [], events: [] },
  ...{ remarks: [{ severity: 'error', items: [], text: { zh: '空表', en: 'empty' } }] },
  ...{ items: [...items], acts },
});
const draft = (text: string): Draft => ({
  ...{ state: 'reported', conclusion: null, reason: '', evidence: [] },
  text,
});
const problem = (kind: ClientProblem): ApiProblem =>
  new ApiProblem(kind, 409, { title: { zh: kind, en: kind }, detail: { zh: '', en: '' } });

interface Call {
  readonly name: string;
  readonly version?: number;
}

/** A desk before a server that answers a save and the reading that follows a conflict. */
function given(answer: (call: Call) => unknown, items: readonly Item[] = [item('a'), item('b')]) {
  const calls: Call[] = [];
  const client = {
    call: async (name: string, options: object) => {
      const call: Call = { name, ...options };
      calls.push(call);
      return answer(call);
    },
  };
  const desk = new SheetDesk(
    client as unknown as ConstructorParameters<typeof SheetDesk>[0],
    sheet(items),
    'x',
  );
  const save = async (text: string) => {
    const [first] = desk.sheet().items;
    if (first) desk.type(first, draft(text));
    await desk.queue.flush();
    return desk.queue.of('a')?.state ?? 'saved';
  };
  return { desk, calls, save };
}

beforeEach(() => {
  jest.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => jest.useRealTimers());

describe('a sheet that is worked on', () => {
  it('sends the version that was read, and takes over what the save answers', async () => {
    const warning = { severity: 'warning', items: ['a'], text: { zh: '请核对', en: 'check' } };
    const { desk, calls, save } = given(() => ({
      ...{ item: 'a', current: stored(1, '5'), remarks: [warning], filled: 1, asked: 2 },
    }));
    expect(desk.missing().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await save('5')).toBe('saved');
    expect(calls).toMatchObject([{ name: 'saveSheetItem', version: 0, body: { value: '5' } }]);
    expect(desk.sheet()).toMatchObject({ filled: 1, remarks: [warning] });
    expect(desk.draft(desk.sheet().items[0] as Item).text).toBe('5');
    expect(desk.missing().map(({ id }) => id)).toEqual(['b']);
    expect(await save('6')).toBe('saved');
    expect(calls.at(-1)?.version).toBe(1);
  });

  it('is in no conflict with itself where typing goes on before the page shows what was just kept', async () => {
    const { desk, calls } = given(() => ({
      ...{ item: 'a', current: stored(calls.length, '5'), remarks: [], filled: 1, asked: 2 },
    }));
    const [painted] = desk.sheet().items;
    if (!painted) throw new Error('no item');
    for (const text of ['5', '6']) {
      desk.type(painted, draft(text));
      await desk.queue.flush();
    }
    expect(calls.map(({ version }) => version)).toEqual([0, 1]);
  });

  it('shows the other’s answer beside one’s own where somebody else changed the item', async () => {
    const theirs = stored(2, '7', '演示·同事');
    const { desk, save } = given(({ name }) => {
      if (name === 'readSheet') return sheet([item('a', theirs), item('b')]);
      throw problem('conflict');
    });
    expect(await save('5')).toBe('conflict');
    expect(desk.sheet().items[0]?.current).toEqual(theirs);
    expect(desk.draft(desk.sheet().items[0] as Item).text).toBe('5');
  });

  it('knows a save again whose answer was lost', async () => {
    const { save } = given(({ name }) => {
      if (name === 'readSheet') return sheet([item('a', stored(1, '5')), item('b')]);
      throw problem('conflict');
    });
    expect(await save('5')).toBe('saved');
  });

  it('says that a locked sheet takes nothing, and keeps what was typed', async () => {
    const { desk, save } = given(({ name }) => {
      if (name === 'readSheet') return sheet([item('a'), item('b')], []);
      throw problem('conflict');
    });
    expect(await save('5')).toBe('refused');
    expect(desk.draft(desk.sheet().items[0] as Item).text).toBe('5');
    expect(desk.queue.of('a')?.problem?.kind).toBe('conflict');
  });

  it.each(['network', 'unavailable', 'too-many-requests', 'sign-in-required'] as const)(
    'tries again later after %s',
    async (kind) => {
      const { save } = given(() => {
        throw kind === 'network' ? networkProblem() : problem(kind);
      });
      expect(await save('5')).toBe('offline');
    },
  );

  it('leaves what a rule refused to the person', async () => {
    const { save } = given(() => {
      throw problem('refused');
    });
    expect(await save('5')).toBe('refused');
  });

  it('takes up what was typed earlier in the tab, and forgets an item that is asked no more', async () => {
    const row = { entry: draft('5'), version: 0 };
    sessionStorage.setItem(
      'yuheng.unsent.x.workload.assistants.hongta.2026-02',
      JSON.stringify([
        { item: 'a', ...row },
        { item: 'gone', ...row },
      ]),
    );
    const { desk } = given(() => ({
      ...{ item: 'a', current: stored(1, '5'), remarks: [], filled: 1, asked: 2 },
    }));
    desk.restore();
    expect(desk.queue.unsent().map(({ item: id }) => id)).toEqual(['a']);
  });
});
