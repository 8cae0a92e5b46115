import { outcomeOf } from './verify-export';
import { exportOf, linesOf, opening, writeChain } from './written-chain';

jest.setTimeout(120_000);

/** Texts whose bytes other readers take for one another: U+FFFD, escapes in hexadecimal, surrogates, white space. */
const ACTS = [
  { content: { act: 'session.open', after: {}, list: [], note: null } },
  { content: { act: 'workload.save', after: { cases: 120, of: [1, -2, { deep: '十一月' }] } } },
  {
    content: { act: 'x', reason: 'a\u001f\u00e9\u2028\ufffd\ufffd b', digest: 'ab' },
    algorithm: 'sm3' as const,
  },
  { content: { act: 'y', after: { '\ud800': '\udfff', '𝄞': '😀', '10': true, '9': false } } },
  { content: { act: 'z', roles: ['programOfficer', 'auditAdministrator'] } },
  { content: {} },
];
const chain = writeChain(ACTS);
const bytes = Buffer.from(exportOf(linesOf(chain)));
const NEWLINE = 0x0a;

/** Every bit of a byte turned over, and the bytes that end or begin something in JSON. */
const instead = (byte: number): number[] =>
  [...[1, 2, 4, 8, 16, 32, 64, 128].map((bit) => byte ^ bit), ...Buffer.from('\n\r\t ",:\\{}[]0e-\0')].filter(
    (one) => one !== byte,
  );

/** Where the line of each entry begins and ends in the export, its comma included. */
const places = chain.map(({ seq, line }) => {
  const begin = bytes.indexOf(line);
  return { seq, begin, end: begin + Buffer.byteLength(line) + (seq < chain.length ? 1 : 0) };
});

describe('one byte of an export changed', () => {
  it.each(places)(
    'in entry $seq, whichever byte it is: found, at that entry',
    async ({ seq, begin, end }) => {
      const missed: unknown[] = [];
      for (let at = begin; at < end; at += 1) {
        for (const byte of instead(bytes[at] ?? 0)) {
          const changed = Buffer.from(bytes);
          changed[at] = byte;
          const outcome = await outcomeOf(changed);
          const problems = outcome.ok ? outcome.value.problems : [];
          // A line broken in two, at the end, may be two broken lines.
          const also = byte === NEWLINE && seq === chain.length ? seq + 1 : seq;
          const isFound =
            problems[0]?.entry === seq && problems.every(({ entry }) => entry === seq || entry === also);
          if (!isFound || problems.length > 2) missed.push({ at: at - begin, byte, problems });
        }
      }
      expect(missed).toEqual([]);
    },
  );

  it('for bytes that are no UTF-8 and that a reader shows as the very character which stood there: found', async () => {
    const begin = bytes.indexOf('\ufffd');
    const broken = [Buffer.from([0xf0, 0xbf, 0xbd]), Buffer.from([0xff])];
    for (const instead of broken) {
      expect(instead.toString('utf8')).toBe('\ufffd');
      const changed = Buffer.concat([bytes.subarray(0, begin), instead, bytes.subarray(begin + 3)]);
      expect(changed.toString('utf8')).toBe(bytes.toString('utf8'));
      const outcome = await outcomeOf(changed);
      expect(outcome.ok ? outcome.value.problems : []).toEqual([{ entry: 3, kind: 'unreadable' }]);
    }
  });

  it('around the entries: refused, found, or of no meaning for what was recorded', async () => {
    const inside = (at: number): boolean => places.some(({ begin, end }) => at >= begin && at < end);
    const unseen: string[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      if (inside(at)) continue;
      for (const byte of instead(bytes[at] ?? 0)) {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const outcome = await outcomeOf(changed);
        if (outcome.ok && outcome.value.valid) unseen.push(`${at} ${String.fromCharCode(byte)}`);
      }
    }
    // White space, and what the head says of who exported it and when, which no hash covers.
    const exported = { from: opening().indexOf('"exported"'), to: opening().indexOf('"entries"') };
    const isOfNoMeaning = (one: string): boolean => {
      const [at, byte] = [Number.parseInt(one), one.slice(one.indexOf(' ') + 1)];
      return /^[\n\r\t ]$/.test(byte) || (at > exported.from && at < exported.to);
    };
    expect(unseen.filter((one) => !isOfNoMeaning(one))).toEqual([]);
  });
});
