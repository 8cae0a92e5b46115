import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { eventually, isRunning } from './eventually';
import { cleanUp } from './launched-postgres';
import { ScratchCheckout } from './scratch-checkout';

jest.setTimeout(120_000);
let scratch: ScratchCheckout;
beforeEach(() => {
  scratch = new ScratchCheckout();
  scratch.installByHand();
});
afterEach(async () => {
  await scratch.end();
  await cleanUp();
}, 60_000);

describe('stopping', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'on %s ends server and database and leaves no lock',
    async (name) => {
      const started = scratch.start();
      await started.served();
      const postgres = started.postgres();
      started.child.kill(name);
      expect(await started.ended()).toBe(0);
      expect(isRunning(postgres)).toBe(false);
      expect(existsSync(scratch.at('.data/server.lock'))).toBe(false);
      expect(existsSync(scratch.at('.data/postgres/postmaster.pid'))).toBe(false);
      expect(started.out).toMatch(/stopped\n$/);
    },
  );

  it('takes the Ctrl-C that npm hands on after the terminal’s for the same key press', async () => {
    const started = scratch.start();
    await started.served();
    const postgres = started.postgres();
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    await eventually('the first signal', () => started.out.includes('stopping'));
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    expect(isRunning(postgres)).toBe(false);
  });

  it('does not wait for ever for a request that does not end', async () => {
    const started = scratch.start({ STUB: 'hang' });
    await started.served();
    const postgres = started.postgres();
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    expect(isRunning(postgres)).toBe(false);
  });

  it('exits at once on a second Ctrl-C, and even then stops the database', async () => {
    const started = scratch.start({ STUB: 'hang' });
    await started.served();
    const postgres = started.postgres();
    started.child.kill('SIGINT');
    const repeat = setInterval(() => started.child.kill('SIGINT'), 200);
    expect(await started.ended()).toBe(130);
    clearInterval(repeat);
    await eventually('the end of PostgreSQL', () => !isRunning(postgres));
  });

  it('during the install ends npm too, and the next start installs anew', async () => {
    rmSync(scratch.at('node_modules'), { recursive: true });
    writeFileSync(scratch.at('npm-hangs'), '');
    const started = scratch.start();
    await eventually('npm', () => scratch.read('npm.pid') !== '');
    const npm = Number(scratch.read('npm.pid'));
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    expect(isRunning(npm)).toBe(false);
    rmSync(scratch.at('npm-hangs'));
    await scratch.start().served();
  });

  it('during the build ends the compiler too', async () => {
    scratch.write('backend/src/main.ts', 'ENDLESS');
    const started = scratch.start();
    await eventually('the compiler', () => scratch.read('tsc.pid') !== '');
    const compiler = Number(scratch.read('tsc.pid'));
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    await eventually('the end of the compiler', () => !isRunning(compiler));
    expect(existsSync(scratch.at('.data/server.lock'))).toBe(false);
  });
});

describe('a killed server', () => {
  it('leaves nothing that blocks the next start, which takes its database over', async () => {
    const first = scratch.start();
    await first.served();
    const postgres = first.postgres();
    first.child.kill('SIGKILL');
    await first.ended();
    expect(isRunning(postgres)).toBe(true);
    expect(existsSync(scratch.at('.data/server.lock'))).toBe(true);
    const second = scratch.start();
    await second.served();
    expect(second.out).toContain(`took over the PostgreSQL still running: ${postgres}`);
    second.child.kill('SIGINT');
    expect(await second.ended()).toBe(0);
    expect(isRunning(postgres)).toBe(false);
  });

  it('does not block a start by a process id that another program has got since', async () => {
    const started = scratch.start();
    await started.served();
    const lock = JSON.parse(scratch.read('.data/server.lock')) as { pid: number; birth: string };
    started.child.kill('SIGINT');
    await started.ended();
    expect(lock.pid).toBe(started.pid);
    writeFileSync(scratch.at('.data/server.lock'), JSON.stringify({ ...lock, pid: process.pid }));
    const next = scratch.start();
    await next.served();
  });

  it('does not block a start by a lock that was cut off while it was written', async () => {
    const started = scratch.start();
    await started.served();
    started.child.kill('SIGKILL');
    await started.ended();
    writeFileSync(scratch.at('.data/server.lock'), '{"pid":');
    const next = scratch.start();
    await next.served();
  });
});
