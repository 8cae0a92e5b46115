import { toCsv } from './chart-table';

describe('the CSV of a chart', () => {
  const table = {
    columns: ['县（市、区）', '支出 (元)'],
    rows: [
      ['红塔区', '1,234,567.89'],
      ['江川区', '−1,000.00'],
      ['=HYPERLINK("http://x")', '—'],
    ],
  };
  const lines = toCsv(table, ['资金执行', '数据截至 2026年3月20日', '演示数据']).split('\r\n');

  it('begins with a byte order mark, the title, the day, and 演示数据', () => {
    expect(lines[0]).toBe('\ufeff资金执行,数据截至 2026年3月20日,演示数据');
  });

  it('prints numbers as a program reads them', () => {
    expect(lines[2]).toBe('红塔区,1234567.89');
    expect(lines[3]).toBe('江川区,-1000.00');
  });

  it('never lets a cell become a formula', () => {
    expect(lines[4]).toBe(`"'=HYPERLINK(""http://x"")",—`);
  });
});
