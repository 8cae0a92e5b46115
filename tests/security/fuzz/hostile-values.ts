import type { Random } from '../../golden/independent/random';
import { JsonFragment } from './json-text';

/** Longer than any body may be (256 kB). */
const BEYOND_THE_LIMIT = 300_000;
const DEEP = 10_000;

/** Texts that have broken programs before; none of them is a user name of the demonstration. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\t\r\n',
  '0',
  '-0',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '1e400',
  '9007199254740993',
  '2025-02-30',
  '0000-00-00',
  '2025-13',
  '１２３',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  // Unicode: NUL, lone surrogates, no-character, right-to-left, combining, joiners, byte order mark, case that grows.
  '\u0000',
  'hongta\u0000',
  '\ud800',
  '\udc00\ud800',
  '\uffff',
  '\ufeffhongta',
  '\u202egnp.exe',
  'e\u0301'.repeat(200),
  '👩‍👩‍👧‍👦🇨🇳',
  'ﬃ İ ß',
  '\u2028\u2029',
  '红塔区',
  '𠮷'.repeat(50),
  // SQL, and what a LIKE, an identifier or an array literal would make of it.
  `' or '1'='1`,
  `'; drop table account; --`,
  `" union select version() --`,
  `hongta' and pg_sleep(3) --`,
  '%',
  '_',
  '\\',
  '{hongta,jiangchuan}',
  'hongta,jiangchuan',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '%s%n%x',
  // Formulas, markup, commands, paths, headers.
  `=cmd|'/C calc'!A0`,
  '+1+1',
  '@SUM(1+1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '$(id)',
  '`id`',
  '| id',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd\u0000.txt',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  'a\r\nset-cookie: yuheng_session=x',
  '${jndi:ldap://127.0.0.1/a}',
  '(a+)+$',
  '../administration/places',
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
];

/** Numbers that JSON may carry and a program may not bear. */
const NUMERALS = [
  '-1',
  '-0',
  '0',
  '0.1',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '-9223372036854775809',
  '2147483648',
  '18446744073709551616',
  `1${'0'.repeat(400)}`,
  '1.0000000000000000000000000001',
];

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  ['hongta', 'jiangchuan'],
  { $ne: null },
  { length: -1 },
  { toString: 1 },
  { then: 1 },
  new JsonFragment('{"__proto__":{"roles":["systemAdministrator"]}}'),
  new JsonFragment('{"constructor":{"prototype":{"roles":["leader"]}}}'),
  new JsonFragment('{"a":1,"a":2}'),
];

/** What an earlier request may have left in the trail, whose export repeats it: words of the fuzzer, not of the inside. */
export const isOwnText = (text: string): boolean =>
  TEXTS.some((one) => one.toLowerCase().includes(text.toLowerCase()));

/** A hostile text of ordinary length. */
export const hostileText = (random: Random): string => random.pick(TEXTS);

/** A text of some kB mostly, and now and then one that no body may hold. */
export function longText(random: Random): string {
  const length = random.chance(10) ? BEYOND_THE_LIMIT : random.pick([101, 1_000, 5_000, 20_000]);
  return random.pick(['x', '玉', '\u0000', '9', '/', '"', '%', '👍']).repeat(length);
}

/** Arrays and objects in each other, ten thousand deep mostly. */
export function deepValue(random: Random): JsonFragment {
  const depth = random.pick([100, DEEP, DEEP]);
  return random.chance(50)
    ? new JsonFragment('['.repeat(depth) + ']'.repeat(depth))
    : new JsonFragment('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));
}

/** Any value that may stand in a JSON body. */
export function hostileValue(random: Random): unknown {
  const kind = random.below(20);
  if (kind < 9) return hostileText(random);
  if (kind < 14) return new JsonFragment(random.pick(NUMERALS));
  if (kind < 18) return random.pick(OTHERS);
  return kind === 18 ? longText(random) : deepValue(random);
}
