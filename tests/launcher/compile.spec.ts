import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

// Each test starts several processes, on a machine that may be busy with others.
jest.setTimeout(120_000);

const run = promisify(execFile);
const COMPILE = resolve(__dirname, '../../backend/launcher/compile.mjs');

/** A small checkout whose compiler writes its output in two halves, slowly, and counts how often it ran. */
const COMPILER = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
appendFileSync('runs.txt', 'x');
const source = readFileSync('src/a.txt', 'utf8');
if (source.includes('broken')) { console.error('a.txt is broken'); process.exit(1); }
mkdirSync('out', { recursive: true });
writeFileSync('out/a.txt', 'half');
await sleep(Number(process.argv[2] ?? 0));
writeFileSync('out/a.txt', source);
`;

/** Calls compileIfChanged in a process of its own, as a launcher does, and prints what its user would then see. */
const CALLER = `
import { readFileSync } from 'node:fs';
const { compileIfChanged } = await import(process.argv[2]);
const compiled = await compileIfChanged({
  name: 'demo', sources: ['src', 'settings.json'], ignore: /\\.spec\\.txt$/, outputs: ['out/a.txt'], quiet: true,
  command: [process.execPath, 'compiler.mjs', process.argv[3]], cwd: process.cwd(),
});
console.log(JSON.stringify({ compiled, output: readFileSync('out/a.txt', 'utf8') }));
`;

describe('compiling what changed', () => {
  let checkout: string;
  const at = (path: string) => join(checkout, path);
  const runs = () => (existsSync(at('runs.txt')) ? readFileSync(at('runs.txt'), 'utf8').length : 0);
  const call = async (delay = 0): Promise<{ compiled: boolean; output: string }> => {
    const { stdout } = await run(process.execPath, ['caller.mjs', COMPILE, String(delay)], { cwd: checkout });
    return JSON.parse(stdout) as { compiled: boolean; output: string };
  };

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'yuheng-compile-'));
    mkdirSync(at('src'));
    writeFileSync(at('src/a.txt'), 'first');
    writeFileSync(at('compiler.mjs'), COMPILER);
    writeFileSync(at('caller.mjs'), CALLER);
  });
  afterEach(() => rmSync(checkout, { recursive: true, force: true }));

  it('runs once, and not again while nothing changed', async () => {
    expect(await call()).toEqual({ compiled: true, output: 'first' });
    expect(await call()).toEqual({ compiled: false, output: 'first' });
    expect(runs()).toBe(1);
  });

  it('runs again when a source changed, came or went, and when an output is gone', async () => {
    await call();
    writeFileSync(at('src/a.txt'), 'second');
    expect(await call()).toEqual({ compiled: true, output: 'second' });
    writeFileSync(at('settings.json'), '{}');
    expect((await call()).compiled).toBe(true);
    rmSync(at('settings.json'));
    expect((await call()).compiled).toBe(true);
    rmSync(at('out'), { recursive: true });
    expect((await call()).compiled).toBe(true);
    writeFileSync(at('src/a.spec.txt'), 'a specification does not count');
    expect((await call()).compiled).toBe(false);
  });

  it('says why it failed, and tries again the next time', async () => {
    await call();
    writeFileSync(at('src/a.txt'), 'broken');
    await expect(call()).rejects.toMatchObject({
      stderr: expect.stringContaining('a.txt is broken') as string,
    });
    await expect(call()).rejects.toMatchObject({
      stderr: expect.stringContaining('a.txt is broken') as string,
    });
    expect(runs()).toBe(3);
    writeFileSync(at('src/a.txt'), 'first');
    expect(await call()).toEqual({ compiled: true, output: 'first' });
  });

  it('several at once on an unbuilt tree compile once, and none sees half a build', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(400)));
    expect(answers.map(({ output }) => output)).toEqual(Array(5).fill('first'));
    expect(answers.filter(({ compiled }) => compiled)).toHaveLength(1);
    expect(runs()).toBe(1);
  });

  it('takes over the lock of a process that died, also when several wait for it', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolved) => dead.once('exit', resolved));
    mkdirSync(at('.cache/compile'), { recursive: true });
    writeFileSync(
      at('.cache/compile/demo.lock'),
      JSON.stringify({ host: hostname(), pids: [dead.pid], token: 'x' }),
    );
    const answers = await Promise.all(Array.from({ length: 4 }, () => call(200)));
    expect(answers.filter(({ compiled }) => compiled)).toHaveLength(1);
    expect(existsSync(at('.cache/compile/demo.lock'))).toBe(false);
  });

  it('takes over a lock that another machine stopped touching', async () => {
    mkdirSync(at('.cache/compile'), { recursive: true });
    const lock = at('.cache/compile/demo.lock');
    writeFileSync(lock, JSON.stringify({ host: 'elsewhere', pids: [1], token: 'x' }));
    const past = new Date(Date.now() - 60_000);
    utimesSync(lock, past, past);
    expect((await call()).compiled).toBe(true);
  });

  it('waits for a compile whose caller was killed', async () => {
    const caller = spawn(process.execPath, ['caller.mjs', COMPILE, '1500'], {
      cwd: checkout,
      stdio: 'ignore',
    });
    while (!existsSync(at('out/a.txt'))) await new Promise((resolved) => setTimeout(resolved, 20));
    caller.kill('SIGKILL');
    // The orphan still writes; the next caller must not run beside it, and compiles once it is gone.
    expect(await call(0)).toEqual({ compiled: true, output: 'first' });
    expect(runs()).toBe(2);
  });
});
