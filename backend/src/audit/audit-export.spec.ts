import { exportFileName, exportText } from './audit-export';

const HEAD = {
  chain: '530400',
  exported: { at: '2026-11-22T08:00:00.123Z', by: 'audit-admin', watermark: '校验码："a"' },
};
const record = (seq: number) => ({ seq, record: `{"seq":${seq}}`, hash: `h${seq}` });

describe('an export of the trail', () => {
  const textOf = async (first: number, last: number, most: number): Promise<string> => {
    const read = (after: number) =>
      Promise.resolve(
        Array.from({ length: Math.min(most, last - after) }, (_, index) => record(after + 1 + index)),
      );
    const pieces: string[] = [];
    for await (const piece of exportText(HEAD, { first, last }, read)) pieces.push(piece);
    return pieces.join('');
  };

  it('is one JSON document with its head in the first line and one entry a line', async () => {
    expect(await textOf(4, 6, 2)).toBe(
      '{"format":"yuheng-audit-1","chain":"530400","exported":{"at":"2026-11-22T08:00:00.123Z","by":"audit-admin","watermark":"校验码：\\"a\\""},"entries":[\n' +
        '{"seq":4,"hash":"h4"},\n{"seq":5,"hash":"h5"},\n{"seq":6,"hash":"h6"}\n]}\n',
    );
  });

  it('is the same text however many entries are read at a time', async () => {
    const texts = await Promise.all([1, 2, 3, 7, 100].map((most) => textOf(1, 7, most)));
    expect(new Set(texts).size).toBe(1);
    expect((JSON.parse(texts[0] ?? '') as { entries: unknown[] }).entries).toHaveLength(7);
  });

  it('reads no further than it is taken', async () => {
    const read = jest.fn((after: number) => Promise.resolve([record(after + 1)]));
    const pieces = exportText(HEAD, { first: 1, last: 1000 }, read);
    await pieces.next();
    expect(read).not.toHaveBeenCalled();
    await pieces.next();
    expect(read).toHaveBeenCalledTimes(1);
    await pieces.return();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('breaks off where entries have vanished, so that nobody takes it for whole', async () => {
    const read = (after: number) => Promise.resolve(after < 2 ? [record(after + 1)] : []);
    const all = async () => {
      for await (const piece of exportText(HEAD, { first: 1, last: 3 }, read)) expect(piece).not.toBe(']}\n');
    };
    await expect(all()).rejects.toThrow('ends before entry 3');
  });

  it('is named after its chain and its numbers', () => {
    expect(exportFileName('530400', { first: 1, last: 345 })).toBe('yuheng-audit-530400-1-345.json');
  });
});
