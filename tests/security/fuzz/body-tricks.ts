import { gzipSync } from 'node:zlib';
import type { Random } from '../../golden/independent/random';
import { formOf } from '../../support/server';
import { bodyOf, type Draft } from './draft';
import { deepValue, hostileText, longText } from './hostile-values';
import { jsonText } from './json-text';
import { hasJson, isForm, type Trick } from './trick';

/** Ten megabytes in some ten kilobytes. */
const BOMB = gzipSync(Buffer.alloc(10 * 1024 * 1024));

const textOf = (draft: Draft): string => bodyOf(draft)?.toString('utf8') ?? '';

/** A trick on the written text of a JSON body. */
const onText = (name: string, spoil: (text: string, random: Random) => Buffer | string): Trick => ({
  name,
  suits: hasJson,
  play: (draft, { random }) => void (draft.bytes = Buffer.from(spoil(textOf(draft), random))),
});

/** A trick on a form with a file: another form is written instead. */
const onForm = (
  name: string,
  write: (bytes: Buffer, random: Random) => { headers?: Record<string, string>; body: Buffer },
): Trick => ({
  name,
  suits: isForm,
  play: (draft, { random }) => {
    const { headers, body } = write(draft.bytes ?? Buffer.alloc(0), random);
    draft.bytes = body;
    if (headers) draft.headers = Object.entries(headers);
  },
});

const MAGIC = ['PK\u0003\u0004', '%PDF-1.7\n', '\u007fELF', 'MZ', '\u0089PNG\r\n', '\u001f\u008b', '{\\rtf1'];

/** What can be wrong with the bytes of a body before anybody looks at its values. */
export const BODY_TRICKS: readonly Trick[] = [
  onText('JSON cut off', (text, random) => text.slice(0, random.below(text.length))),
  onText('JSON twice', (text) => text + text),
  onText('JSON with a key twice', (text) => text.replace(/\{("[^"]*":)/, '{$1null,$1')),
  onText('JSON of another tongue', (text, random) =>
    random.pick([
      text.replaceAll('"', `'`),
      text.replace('{', '{/* */'),
      text.replace('}', ',}'),
      'NaN',
      '{a:1}',
    ]),
  ),
  onText('JSON in UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  onText('JSON after a byte order mark', (text) => `\ufeff${text}`),
  onText('bytes that are no UTF-8', (text, random) =>
    Buffer.concat([
      Buffer.from(text.slice(0, 8)),
      Buffer.from(random.pick(['eda080', 'ff', 'c0af', 'f4908080', '00']), 'hex'),
      Buffer.from(text.slice(8)),
    ]),
  ),
  onText('no body', () => ''),
  onText('nothing but white space', (text) => ' '.repeat(text.length + 1)),
  onText('ten thousand levels', (_, random) => jsonText(deepValue(random))),
  onText('a body of great length', (text, random) =>
    text.replace(/\}?$/, `,"x":${JSON.stringify(longText(random))}}`),
  ),
  {
    name: 'compressed body',
    suits: ({ bytes, json }) => bytes !== null || json !== undefined,
    play: (draft, { random }) => {
      const body = bodyOf(draft) ?? Buffer.alloc(0);
      draft.bytes = random.pick([gzipSync(body), BOMB, body, gzipSync(body).subarray(0, 12)]);
      draft.headers.push([
        'content-encoding',
        random.pick(['gzip', 'gzip', 'deflate', 'br', 'gzip, gzip', 'x']),
      ]);
    },
  },
  onForm('form cut off', (bytes, random) => ({ body: bytes.subarray(0, random.below(bytes.length)) })),
  onForm('file with bytes changed', (bytes, random) => {
    const body = Buffer.from(bytes);
    for (let left = random.between(1, 40); left > 0; left -= 1)
      body[random.below(body.length)] = random.below(256);
    return { body };
  }),
  onForm('file of another kind', (_, random) =>
    formOf(Buffer.from(random.pick(MAGIC) + hostileText(random).repeat(20), 'latin1')),
  ),
  onForm('file with a hostile text', (_, random) =>
    formOf(hostileText(random).repeat(random.pick([1, 50, 2_000]))),
  ),
  onForm('file without an end of line', (_, random) => formOf('2031年'.repeat(random.pick([1_000, 40_000])))),
  onForm('file of two megabytes', () => formOf(Buffer.alloc(2 * 1024 * 1024, 0x61))),
  onForm('empty file', () => formOf('')),
  onForm('hostile file name', (_, random) =>
    formOf('x', { name: hostileText(random).replaceAll(/["\r\n]/g, '') }),
  ),
  onForm('file in another field', (_, random) =>
    formOf('x', { field: random.pick(['File', 'file[]', '', '__proto__']) }),
  ),
  onForm('form with further fields', (_, random) =>
    formOf('x', {
      fields: Object.fromEntries(random.list(random.between(1, 30), (index) => [`f${index}`, 'x'])),
    }),
  ),
  onForm('form with a long field', (_, random) => formOf('x', { fields: { a: longText(random) } })),
];
