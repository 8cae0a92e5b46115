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
