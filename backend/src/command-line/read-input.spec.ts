import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInput } from './read-input';

describe('a JSON document from a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yuheng-read-input-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (text: string) => {
    writeFileSync(join(folder, 'input.json'), text);
    return readInput('input.json', folder);
  };

  it('is refused at each depth where "__proto__" is a key', async () => {
    const answer = await read('{"a/b":[1,{"c~":[null,{"__proto__":{}}]}],"d":{}}');
    expect(answer.ok ? [] : answer.refusals.map(({ pointer }) => pointer)).toEqual([
      '/a~1b/1/c~0/1/__proto__',
    ]);
    const atTop = await read('{"__proto__":1}');
    expect(atTop.ok ? [] : atTop.refusals.map(({ pointer }) => pointer)).toEqual(['/__proto__']);
  });

  it('keeps "__proto__", "constructor" and "toString" where they are values, and the latter two as keys', async () => {
    const answer = await read('{"id":"__proto__","constructor":1,"toString":"constructor"}');
    expect(answer.ok && JSON.stringify(answer.value)).toBe(
      '{"id":"__proto__","constructor":1,"toString":"constructor"}',
    );
  });
});
