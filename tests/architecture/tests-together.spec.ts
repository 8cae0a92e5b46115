import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { CHECKOUT, filesUnder } from './source-files';

interface Group {
  readonly project: string;
  readonly files: readonly string[];
}

/** Jest does not load a module of Node's own kind: another process answers. */
function ask<Answer>(expression: string): Answer {
  const module = pathToFileURL(path.join(CHECKOUT, 'tests/support/tests-together.mjs')).href;
  const script = `import * as together from ${JSON.stringify(module)};
    const checkout = ${JSON.stringify(CHECKOUT)};
    process.stdout.write(JSON.stringify(${expression}));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString(),
  ) as Answer;
}

const specsIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) => filesUnder(folder, /\.spec\.ts$/)).sort();

describe('the groups in which npm test runs the specs', () => {
  it('hold every spec of the server, the domain and the tests once', () => {
    const groups = ask<Group[]>('together.orderedGroups(checkout)');
    expect(groups.flatMap(({ files }) => files).sort()).toEqual(
      specsIn('shared/src', 'backend/src', 'tests'),
    );
  });

  it('hold every spec of the web pages once', () => {
    const groups = ask<Group[]>('together.orderedGroups(`${checkout}/frontend`, together.WEB_PAGES)');
    const specs = specsIn('frontend/src').map((file) => file.replace('frontend/', ''));
    expect(groups.flatMap(({ files }) => files).sort()).toEqual(specs);
  });

  it('give a spec that replaces modules a group of its own, so that nobody else meets the stand-in', () => {
    const groups = ask<Group[]>('together.orderedGroups(checkout)');
    const alone = groups.filter(({ files }) => files.length === 1).flatMap(({ files }) => files);
    expect(alone).toContain('tests/integration/identity/sign-in.spec.ts');
    expect(alone).toContain('backend/src/identity/passwords/too-many-passwords.spec.ts');
  });

  it('begin with the files that are named as long, each of which there is', () => {
    const groups = ask<Group[]>('together.orderedGroups(checkout)');
    const long = ask<string[]>('together.ALONE');
    expect(groups.slice(0, long.length).map(({ files }) => files)).toEqual(long.map((file) => [file]));
  });

  it('name each spec by its path and let no limit of one spec hold for the others', () => {
    const text = ask<string>('together.textOf("/checkout", ["tests/one.spec.ts", "tests/two.spec.ts"])');
    expect(text.match(/describe\("[^"]+"|require\("[^"]+"\)|jest\.setTimeout\(.*/g)).toEqual([
      'describe("tests/one.spec.ts"',
      'require("/checkout/tests/one.spec.ts")',
      'describe("tests/two.spec.ts"',
      'require("/checkout/tests/two.spec.ts")',
      'jest.setTimeout(300000);',
    ]);
  });
});
