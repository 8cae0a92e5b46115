import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkout } from './accounts';

/** The command as a person types it; what is refused is refused before anything is installed, compiled or started. */
function refused(parameters: string[], environment: Record<string, string> = {}): (string | number | null)[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(checkout, 'backend', 'load.mjs'), ...parameters],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], ...environment } },
  );
  return [status, stdout, stderr.trim().split('\n').at(-1) ?? ''];
}

describe('npm run load', () => {
  it.each([
    [['--counties', '0'], '--counties takes a whole number from 1 to 9999; "0" was given.'],
    [['--counties', '-3'], '--counties takes a whole number from 1 to 9999; "-3" was given.'],
    [['--counties=10000'], '--counties takes a whole number from 1 to 9999; "10000" was given.'],
    [['--counties'], '--counties takes a whole number from 1 to 9999; nothing was given.'],
    [['--months', '1.5'], '--months takes a whole number from 1 to 240; "1.5" was given.'],
    [['--months', '1e2'], '--months takes a whole number from 1 to 240; "1e2" was given.'],
    [['--months='], '--months takes a whole number from 1 to 240; "" was given.'],
    [['--county', '5'], '"--county" is no parameter of this command.'],
    [['2844'], '"2844" is no parameter of this command.'],
  ])('refuses %j with exit 2 and says what is expected', (parameters, sentence) => {
    expect(refused(parameters)).toEqual([2, '', expect.stringContaining(sentence)]);
  });

  it('does not go to a configured database unasked', () => {
    expect(refused([], { DATABASE_URL: 'postgres://127.0.0.1:1/production' })).toEqual([
      2,
      '',
      expect.stringContaining('DATABASE_URL is set. The large demonstration data do not go there unasked'),
    ]);
  });

  it('needs both addresses of a configured one', () => {
    expect(refused(['--configured'])).toEqual([
      2,
      '',
      expect.stringContaining('--configured needs both DATABASE_URL'),
    ]);
  });
});
