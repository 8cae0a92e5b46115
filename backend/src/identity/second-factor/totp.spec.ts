import { authenticatorUri, newSecret, stepOf } from './totp';

/** The secret of RFC 6238 appendix B, "12345678901234567890", in Base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of the authenticator', () => {
  // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('at %i seconds is %s', (seconds, code, step) => {
    expect(stepOf(SECRET, code, at(seconds))).toBe(step);
  });

  it('counts in its own step of 30 seconds, the one before and the one after', () => {
    // 287082 belongs to the seconds from 30 to 59.
    for (const seconds of [0, 29, 30, 59, 60, 89]) expect(stepOf(SECRET, '287082', at(seconds))).toBe(1);
    for (const seconds of [90, 120, 3600]) expect(stepOf(SECRET, '287082', at(seconds))).toBeNull();
  });

  it.each(['', '28708', '2870820', '287 082', '28708a', '２８７０８２', '287082\n'])(
    'is none when it is “%s”',
    (code) => {
      expect(stepOf(SECRET, code, at(59))).toBeNull();
    },
  );

  it('of another secret is none', () => {
    expect(stepOf(newSecret(), '287082', at(59))).toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 bits in Base32 and is never the same', () => {
    const secrets = new Set(Array.from({ length: 1000 }, newSecret));
    expect(secrets.size).toBe(1000);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is told to the authenticator with who it is for', () => {
    expect(authenticatorUri('officer-9', SECRET)).toBe(
      `otpauth://totp/${encodeURIComponent('玉衡 Yuheng')}:officer-9?secret=${SECRET}&issuer=${encodeURIComponent('玉衡 Yuheng')}`,
    );
  });
});
