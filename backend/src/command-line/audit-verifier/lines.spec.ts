import fc from 'fast-check';
import { firstLineOf, linesOf } from './lines';

async function* given(chunks: readonly string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}

async function linesIn(chunks: readonly string[], longest = 1_000): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of linesOf(given(chunks), longest)) lines.push(line?.toString() ?? null);
  return lines;
}

describe('the lines of a stream', () => {
  it('are those of the text, wherever the stream was cut into chunks', async () => {
    const text = fc.stringMatching(/^[a\r\n]{0,20}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (chunks) => {
        const whole = chunks.join('');
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await linesIn(chunks)).toEqual(expected);
      }),
    );
  });

  it('end with null where one is longer than allowed, across chunks and within one', async () => {
    expect(await linesIn(['ab\nabcd', 'ef\nx'], 5)).toEqual(['ab', null]);
    expect(await linesIn(['ab\nabcd', 'e\nx'], 5)).toEqual(['ab', 'abcde', 'x']);
    expect(await linesIn(['ab\nabcdef\nx'], 5)).toEqual(['ab', null]);
  });
});

describe('the first line of a stream', () => {
  it('is told from all that stands behind it, wherever the stream was cut into chunks', async () => {
    const text = fc.stringMatching(/^[a\r\n]{0,20}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (chunks) => {
        const split = await firstLineOf(given(chunks), 1_000);
        const rest: Buffer[] = [];
        for await (const chunk of split?.rest ?? given([])) rest.push(chunk);
        const whole = chunks.join('');
        const end = whole.includes('\n') ? whole.indexOf('\n') + 1 : whole.length;
        expect([split?.line.toString(), Buffer.concat(rest).toString()]).toEqual([
          whole.slice(0, end),
          whole.slice(end),
        ]);
      }),
    );
  });

  it('is null where it is longer than allowed', async () => {
    expect(await firstLineOf(given(['abc', 'def\n']), 5)).toBeNull();
    expect(await firstLineOf(given(['abcdef']), 5)).toBeNull();
    expect((await firstLineOf(given(['abcde', '']), 5))?.line.toString()).toBe('abcde');
  });
});
