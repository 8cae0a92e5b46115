import fc from 'fast-check';
import { unwritableTexts } from './unwritable-texts';

const pointersOf = (value: unknown): string[] => unwritableTexts(value).map(({ pointer }) => pointer);

describe('texts that no database keeps as they are', () => {
  it.each([
    ['a\0b', ['']],
    [{ name: '\0' }, ['/name']],
    [{ list: ['fine', { 'a/b': 'half \ud83d' }] }, ['/list/1/a~1b']],
    [{ name: 'tail \udc00 of a pair' }, ['/name']],
  ])('%j is refused at its place', (value, expected) => {
    expect(pointersOf(value)).toEqual(expected);
  });

  it.each([null, 1, true, '', '司法局 🚀 ﷺ\u200f\n', { a: ['b', { c: null }] }])('%j is kept', (value) => {
    expect(pointersOf(value)).toEqual([]);
  });

  it('every text of whole characters without NUL is kept, wherever it stands', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0'));
    fc.assert(
      fc.property(fc.object({ key: text, values: [text] }), (value) => pointersOf(value).length === 0),
    );
  });

  it('a value of any depth is looked through', () => {
    let deep: unknown = '\0';
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(unwritableTexts(deep)).toHaveLength(1);
  });
});
