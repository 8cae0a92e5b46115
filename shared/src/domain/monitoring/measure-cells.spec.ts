import type { CountyYearFacts } from '../metrics/facts';
import {
  givenCountyYear,
  givenFinding,
  givenMovement,
  type GivenCountyYear,
} from '../metrics/given-county-year';
import { isoDate } from '../period/year-month';
import { countyStanding } from './county-standing';
import { measureCells, type MeasureCells } from './measure-cells';

const cellsOf = (facts: CountyYearFacts): MeasureCells => measureCells(facts, countyStanding(facts));
const cells = (given: GivenCountyYear = {}): MeasureCells => cellsOf(givenCountyYear(given));

describe('the five figures of a county', () => {
  it('are whole and 正常 where everything is in order, and say what they divide', () => {
    const { receipt, onPost, wages, inspection } = cells();
    expect(receipt).toMatchObject({ state: 'reported', rate: '100.00', part: 18_000_000, whole: 18_000_000 });
    expect(receipt.text.zh).toBe('2025年4月20日到位 18.00 万元');
    expect(onPost).toMatchObject({ rate: '100.00', part: 180, whole: 180, light: 'normal' });
    expect(wages.text.zh).toBe('按时发放 180 人次，应发 180 人次');
    expect(inspection).toMatchObject({ rate: '100.00', part: 144, whole: 144, light: 'normal' });
  });

  it('say before the issue that nothing was issued, without a light against the county', () => {
    const { receipt } = cells({ movements: [], asOf: '2025-03-20' });
    expect(receipt).toMatchObject({ state: 'notDue', rate: null, light: 'none' });
    expect(receipt.text.zh).toBe('市级资金尚未下达');
  });

  it('tell issued from received, and a part that arrived from the whole', () => {
    expect(cells({ movements: [givenMovement('issue', '2025-04-18')] }).receipt.text.zh).toBe(
      '已下达，尚未到位',
    );
    const partly = cells({
      movements: [givenMovement('issue', '2025-04-18'), givenMovement('receipt', '2025-04-20', 9_000_000)],
    }).receipt;
    expect(partly).toMatchObject({ rate: '50.00', light: 'attention' });
    expect(partly.text.zh).toBe('2025年4月20日到位 9.00 万元，应到位 18.00 万元');
  });

  it('leave a rate open where a month is missing: a missing figure is never a zero', () => {
    const { onPost, wages } = cells({
      months: { '2025-06': { state: 'missing', stage: 'open', paidOn: null } },
    });
    expect(onPost).toMatchObject({ state: 'missing', rate: null, light: 'attention' });
    expect(onPost.text.zh).toContain('2025-06');
    expect(wages.rate).toBeNull();
  });

  it('are not applicable without a finding, and count one that was rectified too late', () => {
    expect(cells().rectification).toMatchObject({ state: 'notApplicable', rate: null, light: 'none' });
    const late = givenFinding('2025-05', '2025-06-10', { rectifiedOn: isoDate('2025-06-20') });
    expect(cells({ findings: [late] }).rectification).toMatchObject({
      rate: '0.00',
      part: 0,
      whole: 1,
      light: 'warning',
    });
  });

  it('say a contradiction in the facts in words and compute nothing from it', () => {
    const facts = { ...givenCountyYear(), posts: 0 };
    expect(cellsOf(facts).onPost.rate).toBeNull();
  });
});
