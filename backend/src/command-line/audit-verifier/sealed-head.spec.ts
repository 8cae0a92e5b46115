import { readSealedHead } from './sealed-head';

const HASH = '0123456789abcdef'.repeat(4);

describe('a sealed head', () => {
  it('is read as it was sealed: number, colon, hash', () => {
    expect(readSealedHead(`1205:${HASH}`)).toEqual({ ok: true, value: { seq: 1205, hash: HASH } });
  });

  it.each([
    '',
    '5',
    '5:',
    `:${HASH}`,
    `0:${HASH}`,
    `05:${HASH}`,
    `-5:${HASH}`,
    `1.5:${HASH}`,
    `9007199254740992:${HASH}`,
    `5:${HASH.toUpperCase()}`,
    `5:${HASH.slice(1)}`,
    `5:${HASH}0`,
    ` 5:${HASH}`,
    `5:${HASH}\n`,
    `5 ${HASH}`,
  ])('is refused as %j, with its place and what to give', (text) => {
    const read = readSealedHead(text);
    expect(read.ok ? [] : read.refusals.map(({ pointer }) => pointer)).toEqual(['/head']);
    expect(read.ok ? null : read.refusals[0]?.detail).toEqual({
      zh: expect.stringMatching(/序号:校验值/) as unknown,
      en: expect.stringMatching(/N:HASH/) as unknown,
    });
  });
});
