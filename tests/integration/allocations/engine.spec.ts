import { main } from '@yuheng/backend/command-line/main';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type TestServer } from '../../support/server';

const unit = (id: string, base: unknown, more: object = {}) => ({ id, factors: { base }, ...more });
const POLICY = {
  factors: [{ id: 'base', weight: 1 }],
  performance: { mode: 'none' },
  method: 'hamilton',
};
const POOL = { posts: 10, fenPerPost: 1_200_000 };
const input = (units: object[], more: object = {}, pool: object = POOL): object => ({
  pool,
  units,
  policy: { ...POLICY, ...more },
});

const SOUND: readonly (readonly [string, object])[] = [
  ['a plain split', input([unit('a', '25'), unit('b', 15), unit('c', '1/3')])],
  ['ties', input([unit('b', 1), unit('a', 1), unit('c', 1), unit('d', 1)])],
  ['ids that look like numbers', input([unit('10', 3), unit('9', 4), unit('é', 5), unit('a b', 1)])],
  [
    'money in units of its own',
    input([unit('a', 5), unit('b', 2)], {}, { fen: '77000000', unitFen: '1000000' }),
  ],
  [
    'grade steps, which warn',
    input([unit('a', 5, { score: '92' }), unit('b', 2, { score: '60.5' })], {
      performance: {
        mode: 'gradeCoefficient',
        coefficients: { excellent: '1.1', good: 1, fair: '0.9', poor: '0.8' },
      },
    }),
  ],
  [
    'adding, which pulls to the mean',
    input([unit('a', 50, { score: 99 }), unit('b', 2, { score: '60.5' })], {
      performance: { mode: 'add', weight: '0.2' },
    }),
  ],
  [
    'kept posts, bounds and a phase-in',
    input([unit('a', 5, { lastPart: 6, kept: 2, floor: 3 }), unit('b', 9, { lastPart: 4, cap: 6 })], {
      phaseIn: '1/3',
      maximumChange: { parts: 1 },
    }),
  ],
];
const REFUSED: readonly (readonly [string, unknown])[] = [
  ['a unit twice', input([unit('a', 1), unit('a', 1)])],
  ['weights all zero', input([unit('a', 0), unit('b', 0)])],
  ['no pool', input([unit('a', 1)], {}, { posts: 0, fenPerPost: 1 })],
  ['floors above the pool', input([unit('a', 1, { floor: 8 }), unit('b', 1, { floor: 8 })])],
  ['an unknown key', { ...input([unit('a', 1)]), amounts: {} }],
  ['a number that is none', input([unit('a', 'many')])],
  ['nothing', {}],
];

interface Problem {
  readonly status: number;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

describe('the engine over HTTP and on the command line', () => {
  let server: TestServer;
  const folder = mkdtempSync(path.join(tmpdir(), 'yuheng-engine-'));

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server?.close();
  });

  const overHttp = (body: unknown) =>
    server.request({ method: 'POST', url: '/api/engine/allocate', as: 'leader', body });

  async function onTheCommandLine(document: unknown): Promise<{ code: number; out: string; err: string }> {
    writeFileSync(path.join(folder, 'input.json'), JSON.stringify(document));
    const said = { out: '', err: '' };
    const catching = (stream: 'stdout' | 'stderr', key: 'out' | 'err') =>
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        said[key] += String(text);
        return true;
      });
    const spies = [catching('stdout', 'out'), catching('stderr', 'err')];
    try {
      return { code: await main(['allocate', 'input.json'], { folder }), ...said };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }

  it.each(SOUND)('give the same bytes for %s', async (_, document) => {
    const [answer, printed] = [await overHttp(document), await onTheCommandLine(document)];
    expect([answer.status, printed.code, printed.err]).toEqual([200, 0, '']);
    expect(`${answer.text}\n`).toBe(printed.out);
  });

  it.each(REFUSED)('refuse %s at the same places in the same words', async (_, document) => {
    const [answer, printed] = [await overHttp(document), await onTheCommandLine(document)];
    expect(printed.code).toBe(2);
    expect([400, 422]).toContain(answer.status);
    const [{ errors }, told] = [answer.json<Problem>(), JSON.parse(printed.err) as Problem];
    expect(errors.map(({ pointer }) => pointer)).toEqual(told.errors.map(({ pointer }) => pointer));
    for (const [index, { detail }] of errors.entries()) {
      expect(told.errors[index]?.detail.startsWith(`${detail} / `)).toBe(true);
    }
  });

  it('refuses what no exact amount can hold, and is never at a loss', async () => {
    const document = input([unit('a', 1), unit('b', 2)], {}, { posts: '1e15', fenPerPost: '1e15' });
    const [answer, printed] = [await overHttp(document), await onTheCommandLine(document)];
    expect([answer.status, printed.code]).toEqual([422, 2]);
  });
});
