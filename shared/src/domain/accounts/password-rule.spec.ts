import fc from 'fast-check';
import { checkPassword, type PasswordRule } from './password-rule';

const DEFAULT: PasswordRule = { length: 12, classes: 3 };
const LOOSE: PasswordRule = { length: 1, classes: 1 };

const refusalsOf = (password: string, rule = LOOSE, username = 'officer-9'): string[] => {
  const outcome = checkPassword(password, username, rule);
  return outcome.ok ? [] : outcome.refusals.map(({ detail }) => detail.en);
};

describe('a new password', () => {
  it.each([
    ['Heron-lake-41', DEFAULT],
    ['翠湖的红嘴鸥每年十一月到', { length: 12, classes: 1 }],
    ['aaabbb-Heron-7', DEFAULT],
    ['my password is a heron 7', { length: 12, classes: 2 }],
  ])('%s is strong enough', (password, rule) => {
    expect(checkPassword(password, 'officer-9', rule)).toEqual({ ok: true, value: password });
  });

  it.each([
    ['Heron-lake-4', 13, '13 characters or more and has 12'],
    ['红嘴鸥', 4, '4 characters or more and has 3'],
    ['鹭👍湖', 4, '4 characters or more and has 3'],
  ])('%s is too short where %i characters are asked for', (password, length, said) => {
    expect(refusalsOf(password, { length, classes: 1 })).toEqual([expect.stringContaining(said)]);
    expect(refusalsOf(password, { length: length - 1, classes: 1 })).toEqual([]);
  });

  it.each([
    ['heron', 1],
    ['heron7', 2],
    ['Heron7', 3],
    ['Heron7-', 4],
    ['鹭heron7', 3],
    ['Äpfel', 2],
  ])('%s has %i kinds of characters', (password, kinds) => {
    expect(refusalsOf(password, { length: 1, classes: kinds })).toEqual([]);
    if (kinds === 4) return;
    expect(refusalsOf(password, { length: 1, classes: kinds + 1 })).toEqual([
      expect.stringContaining(`needs ${kinds + 1} kinds or more and has ${kinds}`),
    ]);
  });

  it.each(['officer-9', 'My OFFICER-9 heron', 'heronofficer-9'])('%s holds the user name', (password) => {
    expect(refusalsOf(password)).toEqual([expect.stringContaining('holds the user name')]);
  });

  it('repeats no character more than three times in a row', () => {
    expect(refusalsOf('heeeron')).toEqual([]);
    for (const password of ['heeeeron', '鹭鹭鹭鹭x', 'x👍👍👍👍', 'heron\n\n\n\n']) {
      expect([password, refusalsOf(password)]).toEqual([password, [expect.stringContaining('in a row')]]);
    }
  });

  it.each([
    'Password-2026',
    'P@ssw0rd!',
    '2026Passw0rd',
    'PasswordPassword1',
    'admin-Admin-77',
    'Yuheng-demo-2025',
    'woaini1314520',
    'Qwerty!Asdfgh!1',
    '123456789012',
    '!@#$%^&*()_+',
  ])('%s is common', (password) => {
    expect(refusalsOf(password)).toEqual([expect.stringContaining('guessed first')]);
  });

  it('that breaks several rules is told all of them, each at its place and without the password', () => {
    const outcome = checkPassword('aaaa', 'aaa', DEFAULT, '/new');
    const refusals = outcome.ok ? [] : outcome.refusals;
    expect(refusals.map(({ pointer }) => pointer)).toEqual(['/new', '/new', '/new', '/new']);
    expect(JSON.stringify(refusals)).not.toContain('aaaa');
  });

  it('is accepted as it is, or refused at /password, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (password, length, classes) => {
          const outcome = checkPassword(password, 'officer-9', { length, classes });
          if (outcome.ok) {
            expect(outcome.value).toBe(password);
            expect([...password].length).toBeGreaterThanOrEqual(length);
          } else {
            expect(new Set(outcome.refusals.map(({ pointer }) => pointer))).toEqual(new Set(['/password']));
          }
        },
      ),
    );
  });

  it('of 200 characters of any one kind is looked at in no time', () => {
    const before = performance.now();
    for (const one of ['a', '1', '@', '鹭', 'abc', 'qwerty']) refusalsOf(one.repeat(200).slice(0, 200));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
