import fc from 'fast-check';
import { fen } from '../../money/fen';
import { isoDate } from '../../period/year-month';
import { besideRoster, repeatedRows, sumWageList, totalContradicts } from './sum-wage-list';
import type { WageRow } from './wage-row';

const rowOf = (row: number, identityNumber: string, amounts: WageRow['amounts'], day?: string): WageRow => ({
  ...{ row, name: `人${identityNumber}`, identityNumber, amounts },
  paidOn: day === undefined ? null : isoDate(day),
});

describe('the sums of a wage list', () => {
  it('count a person with a row a source once, nobody who got nothing, and the last day paid', () => {
    const sums = sumWageList([
      rowOf(2, 'a', { cityPart: fen(100_000) }, '2026-04-08'),
      rowOf(3, 'a', { countyPart: fen(80_000) }, '2026-04-10'),
      rowOf(4, 'b', { cityPart: fen(0), countyPart: fen(0) }),
    ]);
    expect(sums).toEqual({
      persons: 1,
      amounts: { cityPart: 100_000, countyPart: 80_000 },
      paidOn: '2026-04-10',
    });
  });

  it('have no amount of which the list has no column, and no day where it says none', () => {
    expect(sumWageList([])).toEqual({ persons: 0, amounts: {}, paidOn: null });
  });

  it('are the same in whatever order the rows stand', () => {
    const rows = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), city: fc.nat(200_000), county: fc.nat(200_000) }),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const made = given.map(({ id, city, county }, at) =>
          rowOf(at + 2, id, { cityPart: fen(city), countyPart: fen(county) }),
        );
        const sums = sumWageList(made);
        expect(sumWageList([...made].reverse())).toEqual(sums);
        expect(sums.amounts.cityPart ?? 0).toBe(given.reduce((sum, { city }) => sum + city, 0));
      }),
    );
  });
});

describe('a person who stands in a list twice', () => {
  it('is named with the row before where the money is of one kind, and may have a row a source', () => {
    const rows = [
      rowOf(2, 'a', { cityPart: fen(100) }),
      rowOf(3, 'a', { countyPart: fen(100) }),
      rowOf(5, 'a', { cityPart: fen(1), countyPart: fen(0) }),
      rowOf(6, 'b', { cityPart: fen(100) }),
    ];
    expect(repeatedRows(rows).map(({ row, text }) => [row, text.zh.slice(0, 9)])).toEqual([
      [5, '与第2行是同一人，'],
    ]);
  });
});

describe('a total', () => {
  it('that fits says nothing, one that does not says both figures and by how much', () => {
    expect(totalContradicts(fen(100), fen(100))).toBeNull();
    expect(totalContradicts(fen(180_000), fen(100_050))?.zh).toMatch(/1,800\.00元.*1,000\.50元.*799\.50元/);
  });
});

describe('a list beside the roster', () => {
  it('says who is not on post, who is called otherwise, and how many are left out', () => {
    const roster = [
      { identityNumber: 'a', name: '人a' },
      { identityNumber: 'b', name: '别名' },
      { identityNumber: 'c', name: '人c' },
    ];
    const rows = [rowOf(2, 'a', {}), rowOf(3, 'b', {}), rowOf(4, 'x', {})];
    const hints = besideRoster(rows, roster);
    expect([
      hints.notOnPost.map(({ row }) => row),
      hints.otherName.map(({ row }) => row),
      hints.unpaid,
    ]).toEqual([...[[4], [3], 1]]);
  });
});
