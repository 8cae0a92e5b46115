import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import fc from 'fast-check';
import { initialPassword } from './initial-password';

const lengths = fc.integer({ min: 8, max: 64 });

describe('a first password', () => {
  it('obeys the strictest settings and is at least sixteen characters long', () => {
    fc.assert(
      fc.property(lengths, (passwordLength) => {
        const password = initialPassword('clerk-1', { passwordLength });
        expect(password.length).toBeGreaterThanOrEqual(16);
        expect(checkPassword(password, 'clerk-1', { length: passwordLength, classes: 4 }).ok).toBe(true);
      }),
    );
  });

  it('is read without mistaking one character for another', () => {
    fc.assert(
      fc.property(lengths, (passwordLength) => {
        expect(initialPassword('clerk-1', { passwordLength })).toMatch(
          /^[A-HJ-NP-Za-hjkmnp-z2-9]{4}(-[A-HJ-NP-Za-hjkmnp-z2-9]{4})+$/,
        );
      }),
    );
  });

  it('is no longer than the longest that can be asked for, and never the same twice', () => {
    expect(initialPassword('clerk-1', { passwordLength: 64 })).toHaveLength(64);
    const many = Array.from({ length: 200 }, () => initialPassword('clerk-1', { passwordLength: 12 }));
    expect(new Set(many).size).toBe(200);
  });
});
