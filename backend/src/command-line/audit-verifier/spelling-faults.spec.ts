import fc from 'fast-check';
import { spellingFaults } from './spelling-faults';

const pointersOf = (json: string): string[] => {
  JSON.parse(json);
  return spellingFaults(json).map(({ pointer }) => pointer);
};

describe('what JSON.parse passes over in silence', () => {
  it('a name that stands twice in one object, also where it is spelled in two ways', () => {
    expect(pointersOf('{"a":1,"b":[{"c":1},{"c":{},"d/":[],"\\u0063":2}],"a":2}')).toEqual(['/b/1/c', '/a']);
    expect(pointersOf('{"a":{"a":{"a":1}},"b":{"a":1},"c":["a","a",{"a":"a"},{"a":""}]}')).toEqual([]);
    expect(pointersOf(' { "__proto__" : 1 , "__proto__" : 2 } ')).toEqual(['/__proto__']);
  });

  it('numbers that are not written as whole ones, though they may come out as such', () => {
    expect(pointersOf('[1.0,1e3,-0,9007199254740993,0.99999999999999999999,[-7,0,12]]')).toEqual([
      '/0',
      '/1',
      '/2',
      '/3',
      '/4',
    ]);
  });

  it('and nothing else, whatever the document and its white space', () => {
    const document = fc
      .jsonValue({ noUnicodeString: false })
      .map((drawn) =>
        JSON.stringify(drawn, (_, one: unknown) =>
          typeof one === 'number' ? (Math.trunc(one) % 1_000) | 0 : one,
        ),
      );
    fc.assert(
      fc.property(document, fc.nat({ max: 4 }), (json, indent) => {
        expect(pointersOf(JSON.stringify(JSON.parse(json), null, indent))).toEqual([]);
      }),
    );
  });

  it('reads texts of many megabytes', () => {
    expect(spellingFaults(JSON.stringify(['\n"'.repeat(3_000_000), 'x'.repeat(5_000_000)]))).toEqual([]);
  });
});
