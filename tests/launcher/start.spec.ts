import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { eventually, isRunning } from './eventually';
import { cleanUp } from './launched-postgres';
import { occupiedPort, ScratchCheckout } from './scratch-checkout';

jest.setTimeout(120_000);
let scratch: ScratchCheckout;
beforeEach(() => {
  scratch = new ScratchCheckout();
});
afterEach(async () => {
  await scratch.end();
  await cleanUp();
}, 60_000);

const INSTALL = 'npm ci --no-audit --no-fund --include=dev --include=optional';
const WEB = 'ng build in frontend analytics false';

describe('npm start', () => {
  it('installs, compiles, starts the database and serves, saying each step with its time', async () => {
    const started = scratch.start();
    const options = await started.served();
    expect(scratch.calls()).toEqual([INSTALL, 'tsc -b shared', 'tsc -b backend', WEB]);
    const steps = [
      'installing packages',
      'compiling shared',
      'compiling the server',
      'building the web pages',
    ];
    for (const step of [...steps, 'starting PostgreSQL']) {
      expect(started.out).toMatch(new RegExp(`^\\[ +\\d+\\.\\d s\\] .* ${step}.* …$`, 'm'));
      expect(started.out).toMatch(new RegExp(`^\\[ +\\d+\\.\\d s\\] .* ${step}.*: \\d+\\.\\d s$`, 'm'));
    }
    const url = (user: string, database: string) =>
      expect.stringMatching(new RegExp(`^postgres://${user}:[\\w-]{32}@127\\.0\\.0\\.1:\\d+/${database}$`));
    expect(options).toMatchObject({
      adminUrl: url('postgres', 'postgres'),
      ownerUrl: url('yuheng_owner', 'yuheng'),
      appUrl: url('yuheng_app', 'yuheng'),
      host: '127.0.0.1',
      dataFolder: scratch.at('.data'),
      webFolder: scratch.at('frontend/dist/browser'),
    });
  });

  it('neither installs nor compiles again when nothing changed', async () => {
    const first = scratch.start();
    await first.served();
    first.child.kill('SIGINT');
    await first.ended();
    scratch.calls();
    const second = scratch.start();
    await second.served();
    expect(scratch.calls()).toEqual([]);
    expect(second.out).not.toMatch(/compiling|building|installing/);
  });

  it('compiles what a change touches and nothing else', async () => {
    const after = async (change: () => void) => {
      change();
      const started = scratch.start();
      await started.served();
      started.child.kill('SIGINT');
      await started.ended();
      return scratch.calls();
    };
    await after(() => undefined);
    expect(await after(() => scratch.write('frontend/src/main.ts', '// web'))).toEqual([WEB]);
    const server = `${scratch.read('backend/src/main.ts')}\n// server`;
    expect(await after(() => scratch.write('backend/src/main.ts', server))).toEqual(['tsc -b backend']);
    expect(await after(() => scratch.write('shared/src/domain.ts', '// both'))).toEqual([
      'tsc -b shared',
      'tsc -b backend',
      WEB,
    ]);
    expect(await after(() => scratch.write('backend/src/main.spec.ts', '// a test'))).toEqual([]);
    expect(await after(() => rmSync(scratch.at('frontend/dist'), { recursive: true }))).toEqual([WEB]);
  });

  it('shows the compiler’s output and ends with 1 when the sources do not compile', async () => {
    scratch.write('backend/src/main.ts', 'TYPE ERROR');
    const started = scratch.start();
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(
      /失败.*\n.*compiling (shared|the server).*\n[^]*main\.ts\(1,1\): error TS2322/,
    );
    expect(existsSync(scratch.at('.data/server.lock'))).toBe(false);
  });

  it('uses the database of DATABASE_URL and starts none', async () => {
    const started = scratch.start({
      DATABASE_URL: 'postgres://app@db/y',
      DATABASE_OWNER_URL: 'postgres://own@db/y',
    });
    expect(await started.served()).toMatchObject({
      adminUrl: null,
      ownerUrl: 'postgres://own@db/y',
      appUrl: 'postgres://app@db/y',
    });
    expect(existsSync(scratch.at('.data/postgres'))).toBe(false);
  });

  it('starts PostgreSQL again when it is killed under the server', async () => {
    const started = scratch.start();
    await started.served();
    const before = started.postgres();
    process.kill(before, 'SIGKILL');
    await eventually('another server', () => started.postgres() !== before && isRunning(started.postgres()));
    await eventually('the note', () => started.out.includes('PostgreSQL stopped unexpectedly'));
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
    await eventually('its end', () => !existsSync(scratch.at('.data/postgres/postmaster.pid')));
  });
});

describe('the install', () => {
  it('is left out when npm’s own record agrees with package-lock.json', async () => {
    scratch.installByHand();
    const started = scratch.start();
    await started.served();
    expect(scratch.calls()).not.toContain(INSTALL);
  });

  it('is done again when package-lock.json asks for something else', async () => {
    scratch.installByHand();
    const wanted = { packages: { 'node_modules/typescript': { version: '5.9.4' } } };
    scratch.write('package-lock.json', JSON.stringify(wanted));
    const started = scratch.start();
    await started.served();
    expect(scratch.calls()[0]).toBe(INSTALL);
  });

  it('is done again on a machine of another kind', async () => {
    scratch.installByHand();
    const stamp = { lock: 'whatever', machine: 'another-machine' };
    writeFileSync(scratch.at('node_modules/.yuheng-install.json'), JSON.stringify(stamp));
    const started = scratch.start();
    await started.served();
    expect(scratch.calls()[0]).toBe(INSTALL);
  });

  it('shows npm’s output and ends with 1 when it fails, and is tried again next time', async () => {
    writeFileSync(scratch.at('npm-fails'), '');
    const started = scratch.start();
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(
      /安装依赖包.*失败[^]*Installing the packages \(npm ci\) failed[^]*npm error network/,
    );
    rmSync(scratch.at('npm-fails'));
    await scratch.start().served();
  });
});

describe('a start that is refused says what is wrong and what to do, in Chinese and in English', () => {
  it('when the port is taken: names the port and the variable, before it installs anything', async () => {
    const { port, free } = await occupiedPort();
    const started = scratch.start({ PORT: String(port) });
    expect(await started.ended()).toBe(1);
    free();
    expect(started.errors.trim().split('\n')).toEqual([
      `端口 ${port} 已被占用。请停止占用它的程序,或用环境变量 PORT 指定其他端口。`,
      `Port ${port} is taken. Stop the program that uses it, or set PORT to another.`,
    ]);
    expect(scratch.calls()).toEqual([]);
  });

  it('when another server works on the data folder: names its process and the folder', async () => {
    const first = scratch.start();
    await first.served();
    const second = scratch.start();
    expect(await second.ended()).toBe(1);
    expect(second.errors).toMatch(
      new RegExp(`^数据文件夹 ${scratch.at('.data')} .*进程号 ${first.pid}.*YUHENG_DATA`),
    );
    expect(second.errors).toContain(
      `The data folder ${scratch.at('.data')} is in use by another Yuheng (process ${first.pid})`,
    );
    await first.served();
  });

  it.each([
    [{ PORT: 'http' }, /PORT is "http", which is no port/],
    [{ PORT: '70000' }, /PORT is "70000", which is no port/],
    [{ HOST: '203.0.113.7' }, /no address 203\.0\.113\.7.*HOST/],
    [{ DATABASE_OWNER_URL: 'postgres://own@db/y' }, /DATABASE_OWNER_URL is set and DATABASE_URL is not/],
    [
      { YUHENG_DATA: 'package-lock.json/data' },
      /The data folder .*package-lock\.json\/data cannot be written to/,
    ],
  ])('when a variable is wrong: %o', async (environment: Record<string, string>, message) => {
    const started = scratch.start(environment);
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(message);
    expect(started.errors.split('\n')[0]).toMatch(/[\u4e00-\u9fff]/);
  });

  it('takes a relative YUHENG_DATA from the checkout, whatever folder it is started in', async () => {
    const started = scratch.start({ YUHENG_DATA: 'elsewhere/data' });
    expect(await started.served()).toMatchObject({ dataFolder: scratch.at('elsewhere/data') });
    started.child.kill('SIGINT');
    expect(await started.ended()).toBe(0);
  });
});
