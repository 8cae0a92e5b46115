import { cleanUp } from './launched-postgres';
import { ScratchCheckout } from './scratch-checkout';

jest.setTimeout(120_000);
let scratch: ScratchCheckout;
beforeEach(() => {
  scratch = new ScratchCheckout();
  scratch.installByHand();
  for (const file of ['prettier/bin/prettier.cjs', 'eslint/bin/eslint.js'])
    scratch.write(`node_modules/${file}`, '');
  jestAnswers({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 });
});
afterEach(async () => {
  await scratch.end();
  await cleanUp();
}, 60_000);

/** Puts a stand-in for Jest in place that reports these numbers; null: it breaks before it can report. */
function jestAnswers(result: Readonly<Record<string, unknown>> | null, code = 0): void {
  scratch.write(
    'node_modules/jest/bin/jest.js',
    `const fs = require('node:fs');
     fs.appendFileSync(${JSON.stringify(scratch.at('calls.log'))}, 'jest ' + process.argv.slice(2).filter((p) => !p.startsWith('--outputFile')).join(' ') + '\\n');
     const file = process.argv.find((p) => p.startsWith('--outputFile=')).slice(13);
     fs.writeFileSync(${JSON.stringify(scratch.at('grouped.log'))}, process.env.YUHENG_TESTS_TOGETHER);
     ${result ? `fs.writeFileSync(file, ${JSON.stringify(JSON.stringify(result))});` : ''}
     process.exitCode = ${code};`,
  );
}

/** Notes beside Jest's parameters whether it was asked for groups of specs. */
const GROUPED = (): string => scratch.read('grouped.log');

async function test(...parameters: string[]): Promise<{ code: number | null; last: string; errors: string }> {
  const { code, lines, errors } = await wholeTest(...parameters);
  return { code, last: lines.at(-1) ?? '', errors };
}

async function wholeTest(
  ...parameters: string[]
): Promise<{ code: number | null; lines: string[]; errors: string }> {
  const started = scratch.run('tests/run.mjs', parameters, { CI: 'true' });
  const code = await started.ended();
  return { code, lines: started.out.trimEnd().split('\n'), errors: started.errors };
}

const JEST = 'jest --ci --maxWorkers=2 --json --passWithNoTests';

describe('npm test', () => {
  it('ends with one plain line that counts the tests and, as one each, the gates', async () => {
    // Format, types, shared, server, web pages.
    expect(await test()).toEqual({ code: 0, last: '12 passed, 0 failed', errors: '' });
    // What only reads the sources runs at any moment beside the builds, and both before the tests.
    const [calls, types] = [scratch.calls(), 'tsc --noEmit -p tsconfig.json'];
    const builds = ['tsc -b shared', 'tsc -b backend', 'ng build in frontend analytics false'];
    expect(calls.filter((call) => call !== types)).toEqual([...builds, JEST]);
    expect(calls.indexOf(types)).toBeGreaterThanOrEqual(0);
    expect(calls.indexOf(types)).toBeLessThan(calls.indexOf(JEST));
    expect(calls).toHaveLength(5);
  });

  it('names skipped tests only if there are any', async () => {
    jestAnswers({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numRuntimeErrorTestSuites: 0 });
    expect((await test('--only', 'unit')).last).toBe('7 passed, 0 failed, 2 skipped');
  });

  it.each([
    ['a failed test', { numPassedTests: 6, numFailedTests: 1 }, 1, '6 passed, 1 failed'],
    [
      'a file that cannot be loaded',
      { numPassedTests: 6, numRuntimeErrorTestSuites: 1 },
      1,
      '6 passed, 1 failed',
    ],
    ['a Jest that breaks', null, 1, '0 passed, 1 failed'],
    ['a failure that Jest did not count', { numPassedTests: 6 }, 1, '6 passed, 1 failed'],
    ['not one test', { numPassedTests: 0 }, 0, '0 passed, 1 failed'],
  ] as const)('fails on %s', async (_, result, jestCode, last) => {
    jestAnswers(result, jestCode);
    expect(await test('--only', 'unit')).toMatchObject({ code: 1, last });
  });

  it('counts a failed gate, shows its output, and still runs the tests', async () => {
    scratch.write('node_modules/prettier/bin/prettier.cjs', `console.log('[warn] a.ts'); process.exit(1);`);
    const { code, last, errors } = await test();
    expect({ code, last }).toEqual({ code: 1, last: '11 passed, 1 failed' });
    expect(errors).toMatch(/FAILED format[^]*\[warn\] a\.ts/);
  });

  it('ends with a line for each test that failed, above the count', async () => {
    const failed = {
      status: 'failed',
      fullName: 'overview says what waits',
      failureMessages: ['\n\u001b[31mError: 2 is not 1\u001b[39m\n    at somewhere'],
    };
    const sound = { status: 'passed', fullName: 'another', failureMessages: [] };
    jestAnswers(
      {
        numPassedTests: 1,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 1,
        testResults: [
          { name: scratch.at('tests/a.spec.ts'), status: 'failed', assertionResults: [failed, sound] },
          {
            name: scratch.at('tests/b.spec.ts'),
            status: 'failed',
            message: 'no such module',
            assertionResults: [],
          },
        ],
      },
      1,
    );
    expect((await wholeTest('--only', 'unit')).lines.slice(-3)).toEqual([
      'FAILED tests/a.spec.ts › overview says what waits: Error: 2 is not 1',
      'FAILED tests/b.spec.ts: no such module',
      '1 passed, 2 failed',
    ]);
  });

  it('runs only what --only names and hands the rest of the parameters to Jest', async () => {
    scratch.write('eslint.config.mjs', '');
    expect((await test('--only', 'lint')).last).toBe('1 passed, 0 failed');
    expect(scratch.calls()).toEqual([]);
    await test('--only=format,unit', '--only', 'golden', '-t', 'weight');
    expect(scratch.calls()).toEqual([`${JEST} -t weight --selectProjects unit golden`]);
  });

  it('checks the types of the web pages’ specs as well where they have any', async () => {
    scratch.write('frontend/tsconfig.spec.json', '{}');
    await test('--only', 'types');
    const checked = ['tsc --noEmit -p tsconfig.json', 'tsc --noEmit -p frontend/tsconfig.spec.json'];
    expect(scratch.calls()).toEqual(checked);
  });

  it('runs the specs in groups unless a file or a test is named', async () => {
    await test('--only', 'unit');
    expect(GROUPED()).toBe('.cache/tests-together');
    await test('--only', 'unit', '-t', 'weight');
    expect(GROUPED()).toBe('');
    await test('--only', 'golden', 'tests/golden/weighting.spec.ts');
    expect(GROUPED()).toBe('');
  });

  it('runs the web pages’ own Jest as well where they have one', async () => {
    scratch.write('frontend/jest.config.cjs', '');
    expect((await test()).last).toBe('19 passed, 0 failed');
    expect(scratch.calls().filter((call) => call === JEST)).toHaveLength(2);
    expect((await test('--only', 'frontend')).last).toBe('7 passed, 0 failed');
    expect(scratch.calls()).toEqual([JEST]);
  });
});
