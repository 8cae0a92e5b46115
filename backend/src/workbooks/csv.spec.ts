import { csvOf } from './csv';

describe('a CSV', () => {
  it('begins with a byte order mark, quotes what needs it and ends each line with CRLF', () => {
    expect(
      csvOf([
        ['县', '金额'],
        ['a"b,c', 1],
      ]),
    ).toBe('\ufeff县,金额\r\n"a""b,c",1\r\n');
  });

  it.each(['=1+1', '+1 (2)', '-x', '@SUM(A1)', '\tx', '\r=x'])('never lets %j run as a formula', (text) => {
    expect(csvOf([[text]])).toContain(`'${text}`);
  });

  it('leaves negative numbers numbers', () => expect(csvOf([['-12.50', -3]])).toBe('\ufeff-12.50,-3\r\n'));
});
