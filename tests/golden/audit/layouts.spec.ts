import fc from 'fast-check';
import { outcomeOf, problemsOf, verify } from './verify-export';
import { exportOf, linesOf, opening, writeChain } from './written-chain';

const chain = writeChain(
  Array.from({ length: 6 }, (_, i) => ({
    content: { act: 'x', after: { cases: i, note: '十一月 "x" \\ 😀' } },
  })),
);
const lines = linesOf(chain);
const written = exportOf(lines);
const sound = { valid: true, first: 1, last: 6, count: 6, problems: [], tail: 'not proved' };

const document = (): Record<string, unknown> & { entries: Record<string, unknown>[] } =>
  JSON.parse(written) as ReturnType<typeof document>;

async function refusalsOf(given: string | Buffer): Promise<readonly string[]> {
  const outcome = await outcomeOf(given);
  if (outcome.ok) throw new Error('It was not refused.');
  for (const { detail } of outcome.refusals) expect(detail.zh).toMatch(/\p{Script=Han}/u);
  return outcome.refusals.map(({ pointer }) => pointer);
}

describe('an export as the program lays it out', () => {
  it('is read the same wherever the stream was cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (chunk) => {
        expect(await verify(written, { chunk })).toEqual(sound);
      }),
      { numRuns: 50 },
    );
  });

  it('may have passed a system that ends lines otherwise, marks UTF-8 or adds empty lines', async () => {
    expect(await verify(written.replaceAll('\n', '\r\n'))).toEqual(sound);
    expect(await verify(`\u{FEFF}${written}`)).toEqual(sound);
    expect(await verify(written.replaceAll('\n', '\n\n \t\n'))).toEqual(sound);
    expect(await verify(written.trimEnd())).toEqual(sound);
  });

  it('that breaks off is found where it does', async () => {
    const cut = (behind: string): string => written.slice(0, written.indexOf(behind));
    expect(await problemsOf(cut(']}'))).toEqual(['7 unreadable']);
    expect(await problemsOf(cut(lines[3] ?? ''))).toEqual(['4 unreadable']);
    expect(await problemsOf(cut('"seq":4'))).toEqual(['4 unreadable']);
    expect(await problemsOf(`${opening()}\n`)).toEqual(['1 unreadable']);
    expect(await problemsOf(opening())).toEqual(['1 unreadable']);
  });

  it('whose commas are not where they must be is found there', async () => {
    expect(await problemsOf(written.replace(`${lines[2]},`, lines[2] ?? ''))).toEqual(['3 unreadable']);
    expect(await problemsOf(written.replace('\n]}', ',\n]}'))).toEqual(['7 unreadable']);
    expect(await problemsOf(written.replace(`${lines[2]},\n`, `${lines[2]},`))).toEqual([
      '3 unreadable',
      '4 missing',
    ]);
  });

  it('with something behind its end is found there', async () => {
    expect(await problemsOf(`${written}{}\nx\n`)).toEqual(['7 unreadable']);
    expect(await problemsOf(written + written)).toEqual(['7 unreadable']);
  });
});

describe('an export in another layout', () => {
  it('is verified by its content: in one line, indented, with its keys in another order', async () => {
    const turned = document();
    turned.entries = turned.entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
    for (const text of [
      JSON.stringify(document()),
      JSON.stringify(document(), null, 2),
      `\u{FEFF}\n${JSON.stringify(document(), null, '\t')}\n\n`,
      JSON.stringify(Object.fromEntries(Object.entries(turned).reverse())),
    ])
      expect(await verify(text)).toEqual(sound);
  });

  it('has its defects found in their places', async () => {
    const broken = document();
    broken.entries[1] = { ...broken.entries[1], at: '2026-11-22T08:00:00.124Z' };
    broken.entries[4] = { ...broken.entries[4], more: 1 };
    broken.entries.splice(2, 1);
    expect(await problemsOf(JSON.stringify(broken))).toEqual(['2 altered', '3 missing', '5 unreadable']);
  });

  it('is refused where two programs would read two things', async () => {
    const text = JSON.stringify(document());
    expect(await refusalsOf(text.replace('"cases":1', '"cases":9,"cases":1'))).toEqual([
      '/entries/1/content/after/cases',
    ]);
    expect(await refusalsOf(text.replace('"cases":1', '"cases":1.0'))).toEqual([
      '/entries/1/content/after/cases',
    ]);
    expect(await refusalsOf(text.replace('"chain"', '"chain":"530700","chain"'))).toEqual(['/chain']);
  });
});

describe('what is refused as no export', () => {
  it('other documents, with the place of what is wrong', async () => {
    expect(await refusalsOf('')).toEqual(['']);
    expect(await refusalsOf('{"format":')).toEqual(['']);
    expect(await refusalsOf('[]')).toEqual(['']);
    expect(await refusalsOf('{}')).toEqual(['/format', '/chain', '/exported', '/entries']);
    expect(await refusalsOf(JSON.stringify({ ...document(), entries: {}, more: 1 }))).toEqual([
      '/entries',
      '/more',
    ]);
  });

  it('the same in the first line of many', async () => {
    expect(await refusalsOf(written.replace('audit-1', 'audit-2'))).toEqual(['/format']);
    expect(await refusalsOf(written.replace('"by"', '"of"'))).toEqual(['/exported/by', '/exported/of']);
    expect(await refusalsOf(written.replace('"chain"', '"chain":"x","chain"'))).toEqual(['/chain']);
  });

  it('another layout of more than 64 MiB, and a line of that length', async () => {
    const padding = Buffer.alloc(64 * 1024 * 1024, ' ');
    const whole = Buffer.concat([Buffer.from(JSON.stringify(document(), null, 1)), padding]);
    const longLine = Buffer.concat([Buffer.from(`${opening()}\n`), padding, Buffer.from(' \n]}')]);
    const inLines = Buffer.from(' \n'.repeat(33 * 1024 * 1024));
    for (const large of [whole, longLine, inLines]) {
      const outcome = await outcomeOf(large);
      expect(outcome.ok ? '' : outcome.refusals[0]?.detail.en).toMatch(/64 MiB/);
    }
  });
});
