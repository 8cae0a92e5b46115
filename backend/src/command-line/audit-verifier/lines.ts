const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, without their "\n"; the last one also when none ends it. Memory holds one chunk and one
 * line. A line of more than `longest` bytes gives null, and nothing after it.
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<Buffer | null, void> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, end);
      if (length + part.length > longest) return yield null;
      yield begun.length === 0 ? part : Buffer.concat([...begun, part]);
      begun = [];
      length = 0;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longest) return yield null;
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

export interface FirstLine {
  /** With its "\n", where there is one. */
  readonly line: Buffer;
  readonly rest: AsyncIterable<Buffer>;
}

/** The first line of a stream and the stream behind it; null where the line has more than `longest` bytes. */
export async function firstLineOf(chunks: AsyncIterable<Buffer>, longest: number): Promise<FirstLine | null> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Buffer[] = [];
  let length = 0;
  let behind: Buffer = Buffer.alloc(0);
  while (length <= longest) {
    const { value: chunk, done } = await iterator.next();
    if (done) break;
    const end = chunk.indexOf(NEWLINE) + 1;
    const part = end > 0 ? chunk.subarray(0, end) : chunk;
    begun.push(part);
    length += part.length;
    behind = chunk.subarray(part.length);
    if (end > 0) break;
  }
  if (length > longest) return null;
  return { line: Buffer.concat(begun), rest: continued(behind, iterator) };
}

async function* continued(first: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => iterator };
}
