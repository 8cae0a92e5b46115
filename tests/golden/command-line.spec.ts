import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemOf, runYuheng } from './yuheng-process';

const LAUNCHER = join(__dirname, '../../backend/yuheng.mjs');
const APPORTION = { total: 150, weights: [25, 15, 110], method: 'hamilton' };
const ALLOCATE = {
  pool: { posts: 10, fenPerPost: 1_200_000 },
  units: [
    { id: 'a', factors: { base: '1/6' }, score: '90', lastPart: 5 },
    { id: 'b', factors: { base: 0.5 }, score: 70.5, lastPart: '5' },
  ],
  policy: {
    factors: [{ id: 'base', weight: '1' }],
    performance: {
      mode: 'continuous',
      from: { score: '60', coefficient: '0.90' },
      to: { score: '100', coefficient: '1.10' },
    },
    maximumChange: { parts: 1 },
    phaseIn: '1/3',
    method: 'hamilton',
  },
};

// The first call compiles what it needs.
jest.setTimeout(120_000);

describe('the yuheng command line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yuheng-command-'));
    writeFileSync(join(folder, 'good.json'), `\u{FEFF}${JSON.stringify(APPORTION)}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers from a file of the folder one stands in, with JSON and nothing else', () => {
    expect(runYuheng(['apportion', 'good.json'], '', folder)).toEqual({
      status: 0,
      stdout: '{"parts":[25,15,110],"ties":[]}\n',
      stderr: '',
    });
  });

  it('answers from standard input, wherever the flags stand, and explains when asked', () => {
    const plain = runYuheng(['allocate', '-'], ALLOCATE);
    const explained = runYuheng(['--explain', 'allocate', '-'], ALLOCATE);
    expect(JSON.parse(plain.stdout)).toEqual({
      parts: { a: 4, b: 6 },
      fen: { a: 4_800_000, b: 7_200_000 },
      ties: [],
      warnings: [{ kind: 'performanceMovesNothing', message: expect.anything() as unknown }],
    });
    const { explanation, ...rest } = JSON.parse(explained.stdout) as { explanation: Record<string, unknown> };
    expect(rest).toEqual(JSON.parse(plain.stdout));
    expect(Object.keys(explanation)).toEqual(['a', 'b']);
  });

  it('prints the JSON Schema of each input, closed at every depth', () => {
    for (const command of ['apportion', 'allocate']) {
      const { status, stdout } = runYuheng([command, '--schema']);
      expect(status).toBe(0);
      const objects: unknown[] = [];
      JSON.parse(stdout, (_, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'properties' in value && 'type' in value)
          objects.push(value);
        return value;
      });
      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) expect(object).toMatchObject({ additionalProperties: false });
    }
  });

  it('does not mind a reader that closes the pipe', async () => {
    const many = Array.from({ length: 20_000 }, (_, unit) => unit + 1);
    const child = spawn(process.execPath, [LAUNCHER, 'apportion', '-', '--explain']);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(JSON.stringify({ ...APPORTION, weights: many }));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });
});

describe('what the command line refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuheng-command-'));
  writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xd3, 0xf1, 0x22, 0x3a, 0x31, 0x7d]));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, readonly string[], string, RegExp]>([
    ['no command', [], '', /没有给出命令.* \/ No command/],
    ['an unknown command', ['nonsense', '-'], '{}', /nonsense.* \/ .*nonsense/],
    ['a command that is the beginning of another', ['verify-', '-'], '{}', /verify-/],
    ['a command that is a path', ['../command', '-'], '{}', /command/],
    ['an unknown flag', ['apportion', '-', '--verbose'], '{}', /--verbose/],
    ['no file', ['apportion'], '', /没有给出文件/],
    ['two files', ['apportion', '-', '-'], '{}', /只能给出一个文件/],
    ['a file that does not exist', ['apportion', 'absent.json'], '', /absent\.json.*不存在/],
    ['a folder in place of a file', ['apportion', '.'], '', /EISDIR/],
    ['text that is not UTF-8', ['apportion', 'gbk.json'], '', /UTF-8/],
    ['nothing', ['apportion', '-'], ' \n', /空的/],
    ['no JSON', ['apportion', '-'], '{"total":1,}', /JSON/],
  ])('%s: exit 2 and one problem that says so in both languages', (_, args, input, detail) => {
    const problem = problemOf(runYuheng(args, input, folder));
    expect(problem).toMatchObject({ type: '/problems/refused', status: 422, errors: [{ pointer: '' }] });
    expect(problem.detail).toMatch(detail);
    expect(problem.title).toContain(' / ');
  });

  it('unknown keys, absent keys and broken numbers, each with its own pointer', () => {
    const text = JSON.stringify({ ...ALLOCATE, extra: 1 })
      .replace('"0.90"', '1e400')
      .replace('"id":"b",', '"idd":"b",')
      .replace('"parts":1', '"parts":1,"part":2')
      .replace('"base":0.5', '"base":"0,5"')
      .replace('"posts":10', '"posts":10.5');
    const { errors, detail } = problemOf(runYuheng(['allocate', '-'], text));
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/extra',
      '/policy/maximumChange/part',
      '/policy/performance/from/coefficient',
      '/pool/posts',
      '/units/1/factors/base',
      '/units/1/id',
      '/units/1/idd',
    ]);
    expect(detail).toContain('7');
    for (const error of errors) expect(error.detail).toContain(' / ');
  });

  it('a key that the language itself would swallow', () => {
    const text = JSON.stringify(ALLOCATE).replace('"base":0.5', '"base":0.5,"__proto__":1');
    expect(problemOf(runYuheng(['allocate', '-'], text)).errors.map(({ pointer }) => pointer)).toEqual([
      '/units/1/factors/__proto__',
    ]);
  });

  it('what the engine refuses, with the pointers of the engine', () => {
    const problem = problemOf(
      runYuheng(['apportion', '-'], { ...APPORTION, weights: ['-1/3', 0], floors: [1] }),
    );
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['/weights/0', '/floors']);
  });
});
