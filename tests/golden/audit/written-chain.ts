import { createHash } from 'node:crypto';

/** The parts of an entry that a test chooses. */
export interface Act {
  readonly content: object;
  readonly at?: string;
  readonly algorithm?: 'sha256' | 'sm3';
}

export interface Written {
  readonly seq: number;
  readonly hash: string;
  /** One line of an export, without comma. */
  readonly line: string;
}

const ZEROS = '0'.repeat(64);
export const CHAIN = '530400';

/** A writer of chains for the tests alone: neither the program's nor the verifier's. */
export function writeChain(
  acts: readonly Act[],
  {
    first = 1,
    previous = ZEROS,
    chain = CHAIN,
  }: Partial<{ first: number; previous: string; chain: string }> = {},
): readonly Written[] {
  const entries: Written[] = [];
  let before = previous;
  for (const [place, act] of acts.entries()) {
    const entry = writeEntry(act, { seq: first + place, previous: before, chain });
    entries.push(entry);
    before = entry.hash;
  }
  return entries;
}

export function writeEntry(
  { content, at = '2026-11-22T08:00:00.123Z', algorithm = 'sha256' }: Act,
  {
    seq,
    previous,
    chain = CHAIN,
  }: { readonly seq: number; readonly previous: string; readonly chain?: string },
): Written {
  const hashed =
    `{"algorithm":"${algorithm}","at":"${at}","chain":${text(chain)},"content":${canonical(content)},` +
    `"previous":"${previous}","seq":${seq}}`;
  const hash = createHash(algorithm).update(Buffer.from(hashed)).digest('hex');
  return { seq, hash, line: `${hashed.slice(0, -1)},"hash":"${hash}"}` };
}

export const opening = (chain = CHAIN): string =>
  `{"format":"yuheng-audit-1","chain":"${chain}","exported":{"at":"2026-11-23T00:00:00.000Z","by":"audit-admin","watermark":"w"},"entries":[`;

/** An export as the program lays it out. */
export const exportOf = (lines: readonly string[], chain = CHAIN): string =>
  `${opening(chain)}\n${lines.length > 0 ? `${lines.join(',\n')}\n` : ''}]}\n`;

export const linesOf = (entries: readonly Written[]): string[] => entries.map(({ line }) => line);

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function text(value: string): string {
  let written = '';
  // By code point, so that only surrogates without their other half come alone.
  for (const one of value) {
    const code = one.charCodeAt(0);
    const isAlone = one.length === 1 && code >= 0xd800 && code <= 0xdfff;
    const escape =
      ESCAPES[one] ?? (code < 0x20 || isAlone ? `\\u${code.toString(16).padStart(4, '0')}` : one);
    written += escape;
  }
  return `"${written}"`;
}

function canonical(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
  return `{${members.map(([name, one]) => `${text(name)}:${canonical(one)}`).join(',')}}`;
}

function byCodeUnits(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
