import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';

/** How strong a password has to be, as the installation is set. */
export interface PasswordRule {
  /** Fewest characters. */
  readonly length: number;
  /** How many of the four kinds it takes: small letters, capitals, digits, other characters. */
  readonly classes: number;
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u] as const;

/** So many of one character in a row and no more. */
const LONGEST_RUN = 3;
const LONGER_RUN = new RegExp(`(.)\\1{${LONGEST_RUN}}`, 'su');

/**
 * What guessing programs try first, with years, digits and signs around it: longer words before those that begin alike.
 * The last ones are this program's own, and what people at its desks think of.
 */
const COMMON = [
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  'qazwsx',
  'password',
  'passwd',
  'administrator',
  'admin',
  'letmein',
  'welcome',
  'iloveyou',
  'changeme',
  'default',
  'secret',
  'woaini',
  'mima',
  'zhongguo',
  'china',
  'abcdefgh',
  'abcdef',
  'abcd',
  'abc',
  'demo',
  'test',
  'user',
  'yuheng',
  'yuxi',
  'yunnan',
  'sifaju',
  'justice',
];

/** Signs that people write for letters. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
};

/** The word inside: without the digits and signs around it, P@ssw0rd read as password. */
const wordIn = (password: string): string =>
  password
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(/[@0135$]/g, (sign) => WRITTEN_FOR[sign] ?? sign)
    .replaceAll(/[^\p{L}]/gu, '');

/** Nothing is left of it but common words; also of digits and signs alone. */
const isCommon = (password: string): boolean =>
  COMMON.reduce((left, word) => left.replaceAll(word, ''), wordIn(password)) === '';

/**
 * Whether a new password is strong enough. It has at least so many characters of so many kinds, does not hold the user
 * name in any case, repeats no character more than three times in a row, and is more than a common word with digits and
 * signs around it (Password-2026, Yuheng-demo-2025, 1234567890!). Characters are Unicode code points, so that a Chinese
 * sentence counts as it is read; Chinese characters are of the fourth kind. What was used before is not its matter.
 *
 * The refusals, one for each rule that is broken, do not repeat the password; `pointer` says where it stood.
 * Example: `checkPassword('翠湖的红嘴鸥每年十一月到', 'officer-9', { length: 12, classes: 1 })` is accepted.
 */
export function checkPassword(
  password: string,
  username: string,
  { length, classes }: PasswordRule,
  pointer = '/password',
): Outcome<string> {
  const refusals: Refusal[] = [];
  const refuse = (zh: string, en: string): void => void refusals.push(refusal(pointer, zh, en));
  const characters = [...password].length;
  if (characters < length) {
    refuse(
      `密码至少应有 ${length} 个字符，现在只有 ${characters} 个；可用一句自己记得住的话，夹进数字和符号。`,
      `The password needs ${length} characters or more and has ${characters}: take a sentence that you remember, with digits and signs in it.`,
    );
  }
  const kinds = CLASSES.filter((kind) => kind.test(password)).length;
  if (kinds < classes) {
    refuse(
      `密码应含小写字母、大写字母、数字、其他字符中的至少 ${classes} 类，现在只有 ${kinds} 类。`,
      `Of small letters, capitals, digits and other characters the password needs ${classes} kinds or more and has ${kinds}.`,
    );
  }
  if (password.toLowerCase().includes(username.toLowerCase())) {
    refuse(
      '密码中不得包含用户名（不分大小写），请换一个。',
      'The password holds the user name, in whatever case: choose another.',
    );
  }
  if (LONGER_RUN.test(password)) {
    refuse(
      `同一字符不得连续出现超过 ${LONGEST_RUN} 次，请换一个密码。`,
      `A character stands more than ${LONGEST_RUN} times in a row: choose another password.`,
    );
  }
  if (isCommon(password)) {
    refuse(
      '密码只是常见词语或数字、符号的组合，很容易被猜中，请换一个。',
      'Common words, digits and signs alone are guessed first: choose another password.',
    );
  }
  return refusals.length > 0 ? refused(refusals) : accepted(password);
}
