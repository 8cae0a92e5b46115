import { newRecoveryCodes, plainCode, RECOVERY_CODES } from './recovery-codes';

describe('recovery codes', () => {
  it('are ten, in groups that can be read out, without letters that look like others', () => {
    const codes = newRecoveryCodes();
    expect(codes).toHaveLength(RECOVERY_CODES);
    for (const code of codes) expect(code).toMatch(/^(?:[2-9a-km-np-z]{6}-){3}[2-9a-km-np-z]{6}$/);
  });

  it('have 120 bits: each of 32 characters is met at each of 24 places', () => {
    const seen = Array.from({ length: 24 }, () => new Set<string>());
    for (let i = 0; i < 200; i += 1) {
      for (const code of newRecoveryCodes()) {
        [...plainCode(code)].forEach((letter, place) => seen[place]?.add(letter));
      }
    }
    expect(seen.map(({ size }) => size)).toEqual(Array(24).fill(32));
  });

  it('may be typed in capitals, with spaces or without hyphens', () => {
    const [code = ''] = newRecoveryCodes();
    const plain = code.replaceAll('-', '');
    for (const typed of [code, code.toUpperCase(), plain, ` ${plain} `, code.replaceAll('-', ' ')]) {
      expect(plainCode(typed)).toBe(plain);
    }
  });
});
