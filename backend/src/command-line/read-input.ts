import { pointerOf } from '@yuheng/shared/contract/pointers';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { StreamedInput } from './command';

const CHUNK = 1024 * 1024;

/** Reads one JSON document from a file of the folder the user stands in, or from standard input ("-"). */
export const readInput = (file: string, folder: string): Promise<Outcome<unknown>> =>
  withInput(file, folder, async ({ chunks, parse }) => {
    const read: Buffer[] = [];
    for await (const chunk of chunks) read.push(chunk);
    return parse(Buffer.concat(read));
  });

/**
 * Does some work on a file, or on standard input, while it is read; refused is a file that is not there or cannot be read.
 * Always as a stream: a pipe that another process has set to non-blocking cannot be read at one go.
 */
export async function withInput<Value>(
  file: string,
  folder: string,
  work: (input: StreamedInput) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const name =
    file === '-' ? { zh: '标准输入', en: 'standard input' } : { zh: `文件“${file}”`, en: `file "${file}"` };
  const source =
    file === '-' ? process.stdin : createReadStream(resolve(folder, file), { highWaterMark: CHUNK });
  try {
    return await work({
      chunks: source as AsyncIterable<Buffer>,
      parse: (bytes) => parseJson(bytes, name),
    });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    return code === 'ENOENT'
      ? refuse(`${name.zh}不存在，请核对文件名`, `The ${name.en} does not exist; check its name`)
      : refuse(`${name.zh}无法读取（${code}），请核对`, `The ${name.en} cannot be read (${code}); check it`);
  } finally {
    source.destroy();
  }
}

const refuse = (zh: string, en: string): Outcome<never> => refused([refusal('', zh, en)]);

function parseJson(bytes: Buffer, name: { readonly zh: string; readonly en: string }): Outcome<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(
      `${name.zh}不是 UTF-8 编码，请另存为 UTF-8`,
      `The ${name.en} is not UTF-8; save it as UTF-8`,
    );
  }
  if (text.trim() === '')
    return refuse(`${name.zh}是空的，请填写内容`, `The ${name.en} is empty; fill it in`);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return refuse(
      `${name.zh}不是合法的 JSON（${reason}），请改正`,
      `The ${name.en} is not valid JSON (${reason}); correct it`,
    );
  }
  return withoutPrototypeKeys(document);
}

/** A place in the document. Its path is told only where it is asked for, so that deep documents are read quickly. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | null;
}

function pathOf(place: Place): readonly string[] {
  const path: string[] = [];
  for (let at: Place = place; at.above; at = at.above) path.push(at.key);
  return path.reverse();
}

/** "__proto__" is a key like any other in JSON, but schemas pass over it in silence: it is refused where it stands. */
function withoutPrototypeKeys(document: unknown): Outcome<unknown> {
  const waiting: Place[] = [{ value: document, key: '', above: null }];
  for (let above = waiting.pop(); above; above = waiting.pop()) {
    if (typeof above.value !== 'object' || above.value === null) continue;
    for (const [key, value] of Object.entries(above.value)) {
      const place: Place = { value, key, above };
      if (key === '__proto__') {
        return refused([
          refusal(
            pointerOf(pathOf(place)),
            '“__proto__”不能用作名称，请改名',
            '"__proto__" may not be a key; rename it',
          ),
        ]);
      }
      if (typeof value === 'object') waiting.push(place);
    }
  }
  return accepted(document);
}
