import { readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import path from 'node:path';
import { problemsOf, verify } from './verify-export';

const read = (name: string): string => readFileSync(path.join(__dirname, name), 'utf8');
const heads = new Map(
  read('heads.txt')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
);
const headOf = (name: string): string => heads.get(name) ?? '';

describe('exports that another program made, with an SM3 written from its standard', () => {
  it('SM3 is that of GB/T 32905-2016, appendix A', () => {
    expect(hash('sm3', 'abc', 'hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it.each(['sha256', 'sm3', 'sha256-then-sm3'])(
    '%s: valid, and its tail is proved by its sealed head',
    async (name) => {
      expect(await verify(read(`${name}.export`), { head: headOf(name) })).toEqual({
        valid: true,
        first: 1,
        last: 7,
        count: 7,
        problems: [],
        tail: 'proved',
      });
    },
  );

  it('the head of one chain does not prove another', async () => {
    expect(await problemsOf(read('sm3.export'), { head: headOf('sha256') })).toEqual(['7 head']);
  });

  it('the same document indented, every character outside ASCII escaped: its content counts', async () => {
    expect(await verify(read('indented-ascii.export'), { head: headOf('sha256-then-sm3') })).toMatchObject({
      valid: true,
      count: 7,
      tail: 'proved',
    });
  });

  it('a later part of a chain begins with its own number', async () => {
    expect(await verify(read('from-4.export'), { head: headOf('sha256') })).toMatchObject({
      valid: true,
      first: 4,
      last: 7,
      count: 4,
      tail: 'proved',
    });
  });

  it('an export without entries is valid, proves nothing, and is cut where a head is sealed', async () => {
    const nothing = { valid: true, first: 0, last: 0, count: 0, problems: [], tail: 'not proved' };
    expect(await verify(read('empty.export'))).toEqual(nothing);
    expect(await problemsOf(read('empty.export'), { head: headOf('sha256') })).toEqual(['1 cut']);
  });
});
