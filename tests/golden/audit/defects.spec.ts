import fc from 'fast-check';
import { problemsOf, verify } from './verify-export';
import { CHAIN, exportOf, linesOf, writeChain, writeEntry, type Act, type Written } from './written-chain';

const acts = (count: number): Act[] =>
  Array.from({ length: count }, (_, i) => ({ content: { act: 'workload.save', after: { cases: i } } }));
const forged: Act = { content: { act: 'workload.save', after: { cases: -1 } } };
const chain = writeChain(acts(10));
const lines = linesOf(chain);
const at = (entries: readonly Written[], seq: number): Written => {
  const found = entries.find((one) => one.seq === seq);
  if (!found) throw new Error(`There is no entry ${seq}.`);
  return found;
};
const headOf = (entries: readonly Written[], seq = entries.length): string =>
  `${seq}:${at(entries, seq).hash}`;
const head = headOf(chain);
const found = (given: readonly string[], sealed?: string): Promise<readonly string[]> =>
  problemsOf(exportOf(given), sealed === undefined ? {} : { head: sealed });
/** Lines by the numbers of their entries. */
const inOrder = (...seqs: number[]): string[] => seqs.map((seq) => at(chain, seq).line);

describe('one defect of a chain is found once, where it is', () => {
  it('a sound chain has none, and only a head proves its tail', async () => {
    expect(await verify(exportOf(lines))).toEqual({
      valid: true,
      first: 1,
      last: 10,
      count: 10,
      problems: [],
      tail: 'not proved',
    });
    expect(await verify(exportOf(lines), { head })).toMatchObject({ valid: true, tail: 'proved' });
    // An older seal says nothing of what came after it: cut off or made anew, that end would look the same.
    expect(await verify(exportOf(lines), { head: headOf(chain, 4) })).toMatchObject({
      valid: true,
      tail: 'not proved',
    });
  });

  it.each([
    [
      'content changed and not hashed again',
      (line: string) => line.replace('"cases":3', '"cases":4'),
      '4 altered',
    ],
    [
      'hash changed',
      (line: string) => line.replace(/.(?="\}$)/, (one) => (one === '0' ? '1' : '0')),
      '4 altered',
    ],
    ['number changed', (line: string) => line.replace('"seq":4', '"seq":7'), '4 altered'],
    ['number made huge', (line: string) => line.replace('"seq":4', '"seq":9007199254740991'), '4 altered'],
    ['number lowered', (line: string) => line.replace('"seq":4', '"seq":2'), '4 altered'],
    ['chain changed', (line: string) => line.replace('530400', '530500'), '4 altered'],
    ['spelled otherwise', (line: string) => line.replace('"cases":3', '"cases": 3'), '4 altered'],
    ['a name twice', (line: string) => line.replace('"cases":3', '"cases":9,"cases":3'), '4 altered'],
    [
      'a name added beside the seven',
      (line: string) => line.replace('{', '{"__proto__":{},'),
      '4 unreadable',
    ],
    ['a name taken away', (line: string) => line.replace('"seq":4,', ''), '4 unreadable'],
    [
      'a number that is not whole',
      (line: string) => line.replace('"cases":3', '"cases":3.5'),
      '4 unreadable',
    ],
    ['another algorithm', (line: string) => line.replace('sha256', 'md5'), '4 unreadable'],
    ['not JSON', () => 'nonsense', '4 unreadable'],
    ['no object', () => '[1,{}]', '4 unreadable'],
    ['null', () => 'null', '4 unreadable'],
    ['nested beyond reason', () => '['.repeat(50_000) + ']'.repeat(50_000), '4 unreadable'],
    ['gone but for its line', () => '{}', '4 unreadable'],
  ])('one entry: %s', async (_, change, expected) => {
    const changed = lines.map((line, place) => (place === 3 ? change(line) : line));
    expect(changed).not.toEqual(lines);
    expect(await found(changed)).toEqual([expected]);
    expect(await found(changed, head)).toEqual([expected]);
    const partly = changed.slice(3);
    expect(await found(partly)).toEqual([expected]);
  });

  it('an entry computed anew with another content breaks the next one', async () => {
    const again = writeEntry(forged, { seq: 4, previous: at(chain, 3).hash }).line;
    expect(await found(lines.with(3, again), head)).toEqual(['5 broken']);
  });

  it('the last entry computed anew is found only by its sealed head', async () => {
    const again = writeEntry(forged, { seq: 10, previous: at(chain, 9).hash }).line;
    expect(await found(lines.with(9, again))).toEqual([]);
    expect(await found(lines.with(9, again), head)).toEqual(['10 head']);
  });

  it('an entry dropped, or a block of them', async () => {
    expect(await found(inOrder(1, 2, 3, 5, 6, 7, 8, 9, 10), head)).toEqual(['4 missing']);
    expect(await found(inOrder(1, 2, 6, 7, 10), head)).toEqual(['3 missing', '8 missing']);
  });

  it('two entries exchanged, side by side and far apart; a block moved', async () => {
    expect(await found(inOrder(1, 2, 4, 3, 5, 6, 7, 8, 9, 10), head)).toEqual(['3 order']);
    expect(await found(inOrder(2, 1, 3, 4, 5, 6, 7, 8, 9, 10), head)).toEqual(['1 order']);
    expect(await found(inOrder(1, 2, 3, 4, 5, 6, 7, 8, 10, 9), head)).toEqual(['9 order']);
    expect(await found(inOrder(1, 8, 3, 4, 5, 6, 7, 2, 9, 10), head)).toEqual(['2 order', '3 order']);
    expect(await found(inOrder(1, 2, 6, 7, 8, 3, 4, 5, 9, 10), head)).toEqual(['3 order']);
    expect(await found(inOrder(4, 5, 6, 7, 8, 9, 10, 1, 2, 3), head)).toEqual(['1 order']);
  });

  it('an entry inserted: the same one again, a forged one that fits, one that does not, one of another chain', async () => {
    expect(await found(inOrder(1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10), head)).toEqual(['4 duplicate']);
    expect(await found(inOrder(1, 2, 3, 4, 2, 3, 5, 6, 7, 8, 9, 10), head)).toEqual(['2 duplicate']);
    const fits = writeEntry(forged, { seq: 4, previous: at(chain, 3).hash }).line;
    expect(await found(lines.toSpliced(3, 0, fits), head)).toEqual(['4 duplicate']);
    expect(await found(lines.toSpliced(4, 0, fits), head)).toEqual(['4 duplicate']);
    const fitsNot = writeEntry(forged, { seq: 4, previous: 'a'.repeat(64) }).line;
    expect(await found(lines.toSpliced(4, 0, fitsNot), head)).toEqual(['4 duplicate']);
    const unhashed = fits.replace('-1', '-2');
    expect(await found(lines.toSpliced(3, 0, unhashed), head)).toEqual(['4 altered', '4 duplicate']);
    expect(await found(lines.toSpliced(3, 0, 'nonsense'), head)).toEqual(['4 unreadable']);
    const foreign = linesOf(writeChain(acts(3), { chain: '530700' }));
    expect(await found(lines.toSpliced(3, 0, ...foreign), head)).toEqual(['4 foreign']);
    expect(await found(lines.toSpliced(3, 3, ...foreign), head)).toEqual(['4 foreign']);
    const two = [...foreign, ...linesOf(writeChain(acts(2), { chain: '530800' }))];
    expect(await found([...lines, ...two], head)).toEqual(['11 foreign', '14 foreign']);
    const around = [foreign[0] ?? '', lines[9] ?? '', foreign[1] ?? ''];
    expect(await found([...lines, ...around], head)).toEqual(['10 duplicate', '11 foreign', '12 foreign']);
    const apart = lines.toSpliced(5, 0, foreign[0] ?? '').toSpliced(3, 0, foreign[1] ?? '');
    expect(await found(apart, head)).toEqual(['4 foreign', '6 foreign']);
  });

  it('the export of one chain under the name of another is one defect', async () => {
    const { problems, first, last, count } = await verify(exportOf(lines, '530700'));
    expect({ problems, first, last, count }).toEqual({
      problems: [{ entry: 1, kind: 'foreign' }],
      first: 1,
      last: 10,
      count: 10,
    });
  });

  it('a cut tail is found against its sealed head; without one the answer says that the tail is not proved', async () => {
    for (const left of [0, 1, 5, 9]) {
      expect(await verify(exportOf(lines.slice(0, left)))).toMatchObject({ valid: true, tail: 'not proved' });
      expect(await verify(exportOf(lines.slice(0, left)), { head })).toMatchObject({
        valid: false,
        problems: [{ entry: left + 1, kind: 'cut' }],
        tail: 'not proved',
      });
    }
  });

  it('a fork, hashed anew from some entry on, and a chain computed anew as a whole are found only by the head', async () => {
    const suffix = writeChain([forged, ...acts(10).slice(4)], { first: 4, previous: at(chain, 3).hash });
    const fork = [...lines.slice(0, 3), ...linesOf(suffix)];
    expect(await found(fork)).toEqual([]);
    expect(await found(fork, head)).toEqual(['10 head']);
    expect(await found(fork, headOf(chain, 4))).toEqual(['4 head']);
    expect(await verify(exportOf(fork), { head: headOf(chain, 3) })).toMatchObject({
      valid: true,
      tail: 'not proved',
    });
    const anew = linesOf(writeChain([forged, ...acts(10).slice(1)]));
    expect(await found(anew)).toEqual([]);
    expect(await found(anew, head)).toEqual(['10 head']);
  });

  it('a chain whose first entry follows something, and one that begins in the middle', async () => {
    const late = writeChain(acts(3), { previous: 'b'.repeat(64) });
    expect(await found(linesOf(late))).toEqual(['1 start']);
    const early = writeChain(acts(3), { first: 5 });
    expect(await found(linesOf(early))).toEqual(['5 start']);
  });
});

describe('a later part of a chain', () => {
  const part = lines.slice(6);

  it('is proved by the head of its last entry, not by that of the entry just before it', async () => {
    expect(await verify(exportOf(part))).toMatchObject({ valid: true, first: 7, last: 10, count: 4 });
    expect(await verify(exportOf(part), { head })).toMatchObject({ valid: true, tail: 'proved' });
    expect(await verify(exportOf(part), { head: headOf(chain, 6) })).toMatchObject({
      valid: true,
      tail: 'not proved',
    });
  });

  it('contradicts another head just before it, and says nothing of an earlier one', async () => {
    expect(await found(part, `6:${'c'.repeat(64)}`)).toEqual(['6 head']);
    expect(await verify(exportOf(part), { head: headOf(chain, 5) })).toMatchObject({
      valid: true,
      tail: 'not proved',
    });
  });

  it('has its first defects placed by the entries behind them', async () => {
    const [, ...rest] = part;
    expect(await found(['nonsense', ...rest])).toEqual(['7 unreadable']);
    expect(await found([part[0]?.replace('"seq":7', '"seq":90') ?? '', ...rest])).toEqual(['7 altered']);
    expect(await found(['x', 'y', ...part.slice(2)])).toEqual(['7 unreadable', '8 unreadable']);
  });

  it('without one entry that is sound, is numbered by what its entries say of themselves', async () => {
    const changed = part.map((line) => line.replace('workload.save', 'workload.load'));
    expect(await found(['x', ...changed.slice(1)])).toEqual([
      '7 unreadable',
      '8 altered',
      '9 altered',
      '10 altered',
    ]);
  });
});

describe('several defects are each found in their place', () => {
  it('side by side', async () => {
    const changed = lines.with(3, 'x').with(4, lines[4]?.replace('"cases":4', '"cases":5') ?? '');
    expect(await found(changed, head)).toEqual(['4 unreadable', '5 altered']);
    expect(await found(lines.toSpliced(2, 2, 'x'), head)).toEqual(['3 unreadable', '4 missing']);
    const altered = lines[4]?.replace('"cases":4', '"cases":5') ?? '';
    expect(await found([...lines.slice(0, 3), altered, ...lines.slice(5)], head)).toEqual([
      '4 missing',
      '5 altered',
    ]);
  });

  it('at the sealed entry itself: it does not prove the tail', async () => {
    const changed = lines.with(9, lines[9]?.replace('"cases":9', '"cases":8') ?? '');
    expect(await verify(exportOf(changed), { head })).toMatchObject({
      problems: [{ entry: 10, kind: 'altered' }],
      tail: 'not proved',
    });
  });

  it('everywhere: an export of nothing but nonsense lists no more than ten thousand', async () => {
    const { problems, count } = await verify(exportOf(Array.from({ length: 20_000 }, () => '1')));
    expect({ problems: problems.length, count }).toEqual({ problems: 10_000, count: 0 });
  });
});

describe('chains of any content', () => {
  const whole = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, one: unknown) =>
      typeof one === 'number' ? Math.trunc(one) % Number.MAX_SAFE_INTEGER || 0 : one,
    );
  const content = fc
    .dictionary(fc.string({ unit: 'binary', maxLength: 6 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
    .map((drawn) => whole(drawn) as object);
  const act = fc.record({ content, algorithm: fc.constantFrom('sha256' as const, 'sm3' as const) });
  const written = fc
    .tuple(fc.array(act, { minLength: 2, maxLength: 8 }), fc.constantFrom(1, 2, 99))
    .map(([drawn, first]) =>
      writeChain(drawn, { first, ...(first === 1 ? {} : { previous: 'd'.repeat(64) }), chain: CHAIN }),
    );

  it('are found sound, and the head of the last entry alone proves their end', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), async (entries, drawn) => {
        const sealed = entries[drawn % entries.length];
        const verified = await verify(exportOf(linesOf(entries)), { head: `${sealed?.seq}:${sealed?.hash}` });
        const tail = sealed === entries.at(-1) ? 'proved' : 'not proved';
        expect(verified).toMatchObject({ valid: true, problems: [], tail, count: entries.length });
      }),
    );
  });

  it('any entry dropped, exchanged with the next, repeated or changed is found at its place', async () => {
    const kinds = fc.constantFrom('drop', 'exchange', 'repeat', 'change');
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), kinds, async (entries, drawn, kind) => {
        // Not the first and not the last, which are cut, not dropped.
        const place = 1 + (drawn % Math.max(1, entries.length - 2));
        fc.pre(place + 1 < entries.length);
        const given = linesOf(entries);
        const [line, next] = [given[place] ?? '', given[place + 1] ?? ''];
        const seq = entries[place]?.seq ?? 0;
        const [changed, expected] = {
          drop: [given.toSpliced(place, 1), `${seq} missing`] as const,
          exchange: [given.with(place, next).with(place + 1, line), `${seq} order`] as const,
          repeat: [given.toSpliced(place, 0, line), `${seq} duplicate`] as const,
          change: [
            given.with(place, line.replace('"content":{', '"content":{"\\u0000":0,')),
            `${seq} altered`,
          ] as const,
        }[kind];
        fc.pre(kind !== 'change' || !line.includes('"content":{}'));
        expect(await problemsOf(exportOf(changed))).toEqual([expected]);
      }),
    );
  });
});
