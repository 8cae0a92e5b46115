import type { MethodDraft } from '@yuheng/shared/contract/evaluation-methods';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { MethodDesk } from './method-desk';

const DRAFT: MethodDraft = {
  ...{
    draft: '00000000-0000-4000-8000-0000000000d1',
    name: { zh: '办法', en: '' },
    basis: '',
    basedOn: null,
  },
  ...{
    changedBy: '演示·经办',
    changedAt: '2026-03-18T03:10:00Z',
    program: 'assistants',
    demonstration: true,
  },
  definition: {
    indicators: [
      { id: 'a', name: '甲', marks: '60' },
      { id: 'b', name: '乙', marks: '40' },
    ],
  },
  ...{ check: [], base: null, changes: [], summary: { zh: '', en: '' }, inForce: null, inspectionItems: [] },
  lock: 1,
};
const written = (marks: string, lock: number): MethodDraft => ({
  ...DRAFT,
  lock,
  definition: {
    indicators: [
      { id: 'a', name: '甲', marks },
      { id: 'b', name: '乙', marks: '40' },
    ],
  },
});

interface Call {
  readonly name: string;
  readonly version?: number;
  readonly body?: unknown;
}

function given(answer: (call: Call) => unknown) {
  const calls: Call[] = [];
  const client = {
    call: async (name: string, options: object) => {
      const call: Call = { name, ...options };
      calls.push(call);
      return answer(call);
    },
  };
  const desk = new MethodDesk(client as unknown as ConstructorParameters<typeof MethodDesk>[0], DRAFT, 'x');
  const type = (marks: string, key: string | null = 'a.marks') =>
    desk.setIndicators(written(marks, 1).definition.indicators, key);
  return { desk, calls, type, marks: () => desk.indicators()[0]?.marks };
}
const conflict = () =>
  new ApiProblem('conflict', 409, { title: { zh: '', en: '' }, detail: { zh: '', en: '' } });

beforeEach(() => {
  jest.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => jest.useRealTimers());

it('saves the whole draft over the version that it was typed over', async () => {
  const { desk, calls, type } = given(() => written('55', 2));
  type('55');
  await desk.queue.flush();
  expect(calls).toMatchObject([
    { name: 'saveMethodDraft', version: 1, body: { basis: '', name: { zh: '办法' } } },
  ]);
  expect([desk.queue.state(), desk.draft().lock]).toEqual(['saved', 2]);
});

it('typing on in one field is one step back, another change another', () => {
  const { desk, type, marks } = given(() => written('1', 2));
  type('5');
  type('55');
  type('5', 'another');
  desk.goBack();
  expect(marks()).toBe('55');
  desk.goBack();
  expect([marks(), desk.canGoBack()]).toEqual(['60', false]);
});

it('in a conflict says what mine would change of theirs; mine is then put over their version', async () => {
  let theirs = true;
  const { desk, calls, type } = given(({ name }) => {
    if (name === 'readMethodDraft') return written('70', 5);
    if (theirs) throw conflict();
    return written('55', 6);
  });
  type('55');
  await desk.queue.flush();
  expect(desk.queue.state()).toBe('conflict');
  expect(desk.against().map(({ sentence }) => sentence.zh)).toContain('指标“甲”的分值由70分改为55分。');
  theirs = false;
  await desk.keepMine();
  expect(calls.at(-1)).toMatchObject({ name: 'saveMethodDraft', version: 5 });
  expect(desk.queue.state()).toBe('saved');
});

it('in a conflict theirs can be taken, and the way back leads to mine', async () => {
  const { desk, type, marks } = given(({ name }) => {
    if (name === 'readMethodDraft') return written('70', 5);
    throw conflict();
  });
  type('55');
  await desk.queue.flush();
  desk.takeTheirs();
  expect([marks(), desk.queue.state()]).toEqual(['70', 'saved']);
  desk.goBack();
  expect(marks()).toBe('55');
});

it('without the network everything typed waits, and is there again on a new page of the tab', async () => {
  const { desk, type } = given(() => {
    throw networkProblem();
  });
  type('55');
  await desk.queue.flush();
  expect(desk.queue.state()).toBe('offline');
  desk.queue.stop();
  const next = given(() => written('55', 2));
  next.desk.restore();
  expect(next.marks()).toBe('55');
});

it('an answer that was lost is no conflict when the server has what was typed', async () => {
  const { desk, type } = given(({ name }) => {
    if (name === 'readMethodDraft') return written('55', 2);
    throw conflict();
  });
  type('55');
  await desk.queue.flush();
  expect([desk.queue.state(), desk.draft().lock]).toEqual(['saved', 2]);
});
