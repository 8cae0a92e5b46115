import { readKeys } from '@yuheng/backend/config/keys';
import { migrate } from '@yuheng/backend/database/migrate';
import { provision } from '@yuheng/backend/database/provision';
import { install } from '@yuheng/backend/installation/install';
import { registerKeys } from '@yuheng/backend/installation/register-keys';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, launch, testFolder } from '../launcher/launched-postgres';
import { environmentOf } from '../support/server';

jest.setTimeout(120_000);
afterEach(cleanUp, 60_000);

const checkout = path.resolve(__dirname, '..', '..');

function rotateKeys(variables: Record<string, string>): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(checkout, 'backend/rotate-keys.mjs')],
    { cwd: '/', encoding: 'utf8', env: { PATH: process.env.PATH, ...variables } },
  );
  return { status, output: `${stdout}${stderr}` };
}

describe('npm run rotate-keys', () => {
  it('finds the embedded database of a running start and the file of keys by the data folder alone', async () => {
    const dataFolder = testFolder();
    const server = await launch({ dataFolder, fast: false });
    const { superuser, owner, app } = server.credentials;
    const url = ({ user, password }: { user: string; password: string }, database: string): string =>
      `postgres://${user}:${password}@${server.host}:${server.port}/${database}`;
    await provision({
      adminUrl: url(superuser, 'postgres'),
      database: 'yuheng',
      ownerPassword: owner.password,
      appPassword: app.password,
    });
    const ownerUrl = url(owner, 'yuheng');
    await migrate(ownerUrl, app.user);
    await install(ownerUrl, environmentOf({ YUHENG_DEMO: '0' }));
    const started = (): Promise<void> =>
      readKeys({ keys: null, dataFolder }, () => undefined).then((keys) => registerKeys(ownerUrl, keys));
    await started();

    const file = path.join(dataFolder, 'keys');
    const former = readFileSync(file, 'utf8');
    writeFileSync(file, `second:${randomBytes(32).toString('base64')}\n${former}`);
    const early = rotateKeys({ YUHENG_DATA: dataFolder });
    expect(early.status).toBe(1);
    expect(early.output).toMatch(/^密钥“second”尚未启用/);

    await started();
    const rotated = rotateKeys({ YUHENG_DATA: dataFolder });
    expect(rotated.output).toContain('keys that can go now: key-1');
    expect(rotated.status).toBe(0);
    await server.stop();
  });

  it('says that no database is running, and how to start one', () => {
    const { status, output } = rotateKeys({ YUHENG_DATA: testFolder() });
    expect(status).toBe(1);
    expect(output).toMatch(/没有运行。请先运行 npm start.*\n.*is not running\. Run npm start first.*\n$/);
  });
});
