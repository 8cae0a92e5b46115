import { ATTEMPTS, SignInAttempts } from './sign-in-attempts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 20) + minutes * 60_000);
const HERE = '10.0.0.1';

describe('attempts to sign in', () => {
  const used = (name = 'leader', address = HERE): SignInAttempts => {
    const attempts = new SignInAttempts();
    for (let i = 0; i < ATTEMPTS; i += 1) expect(attempts.begin(address, name, at(0))).toBe(true);
    return attempts;
  };

  it('are so many, and then no more', () => {
    expect(used().begin(HERE, 'leader', at(1))).toBe(false);
  });

  it('are free again when ten minutes have passed since them', () => {
    const attempts = used();
    expect(attempts.begin(HERE, 'leader', at(9.9))).toBe(false);
    expect(attempts.begin(HERE, 'leader', at(10))).toBe(true);
  });

  it('that are refused do not make the wait longer', () => {
    const attempts = used();
    for (let minute = 1; minute < 10; minute += 1) attempts.begin(HERE, 'leader', at(minute));
    expect(attempts.begin(HERE, 'leader', at(10))).toBe(true);
  });

  it('lock nobody out elsewhere, and no other name here', () => {
    const attempts = used();
    expect(attempts.begin('10.0.0.2', 'leader', at(1))).toBe(true);
    expect(attempts.begin(HERE, 'finance', at(1))).toBe(true);
  });

  it('are forgotten with a right password', () => {
    const attempts = used();
    attempts.succeed(HERE, 'leader');
    expect(attempts.begin(HERE, 'leader', at(1))).toBe(true);
  });

  it('of ten thousand other names push the oldest out of memory, not the newest', () => {
    const attempts = used('oldest');
    for (let i = 0; i < 10_000; i += 1) attempts.begin(HERE, `name-${i}`, at(1));
    expect(attempts.begin(HERE, 'oldest', at(1))).toBe(true);
  });
});
