import { givenCountyYear, givenWorkload } from '../metrics/given-county-year';
import type { GivenCountyYear } from '../metrics/given-county-year';
import type { Workload } from '../metrics/facts';
import { fen } from '../money/fen';
import { isoDate, yearMonth } from '../period/year-month';
import { doubtsOfMonth } from './doubts-of-month';

const AS_OF = '2026-01-20';

const found = (given: GivenCountyYear, month = '2025-06', before: GivenCountyYear | null = null) =>
  doubtsOfMonth({
    facts: givenCountyYear({ asOf: AS_OF, workload: [], ...given }),
    before: before && givenCountyYear({ asOf: AS_OF, workload: [], ...before }),
    month: yearMonth(month),
  });
const idsOf = (...given: Parameters<typeof found>): string[] => found(...given).map(({ id }) => id);
const counts = (month: string, changes: Partial<Workload>): Workload => ({
  ...givenWorkload(month, 100),
  ...changes,
});

describe('doubtsOfMonth', () => {
  it('finds nothing where the figures fit each other', () => {
    expect(found({ workload: ['2025-05', '2025-06'].map((month) => givenWorkload(month, 100)) })).toEqual([]);
  });

  it('asks about wages reported without a date of payment once their day has passed', () => {
    const months = { '2025-06': { paidOn: null, dueOn: isoDate('2025-07-15') } };
    expect(idsOf({ months, asOf: '2025-07-15' })).toEqual([]);
    const [doubt] = found({ months });
    expect(doubt).toMatchObject({
      id: 'doubt-wagesUnpaid',
      item: 'wagesOnTime',
      records: [{ kind: 'wageMonth', county: 'hongta', month: '2025-06', id: '2025-06' }],
    });
    expect(doubt?.sentence.zh).toBe(
      '2025-06 月工资应于 2025-07-15 前发放，支出表中没有发放日期；请核实后说明。',
    );
  });

  it('a sheet that was not handed in is missing and gives no doubt', () => {
    expect(idsOf({ months: { '2025-06': { state: 'missing', paidOn: null } } })).toEqual([]);
    expect(idsOf({}, '2025-06')).toEqual([]);
  });

  it('a sheet handed in late is looked at like any other', () => {
    expect(idsOf({ months: { '2025-06': { state: 'late', personsPaid: 14 } } })).toEqual([
      'doubt-personsPaid',
    ]);
  });

  it('asks when another number was paid than is on post', () => {
    const [doubt] = found({ months: { '2025-06': { personsPaid: 14 } } });
    expect(doubt?.id).toBe('doubt-personsPaid');
    expect(doubt?.sentence.zh).toBe('2025-06 月在岗 15 人，发放工资 14 人，两个数字不一致；请核实后说明。');
  });

  it('asks when more are on post than posts are approved, not when as many are', () => {
    const months = { '2025-06': { personsOnPost: 16, personsPaid: 16, cityPartDue: fen(1_600_000) } };
    expect(idsOf({ months })).toEqual(['doubt-personsOverPosts']);
    expect(idsOf({ months, posts: 16 })).toEqual([]);
  });

  it('asks when the city part is not 1,000 元 for each person on post, by a single 分', () => {
    const [doubt] = found({ months: { '2025-06': { cityPartDue: fen(1_499_999) } } });
    expect(doubt?.id).toBe('doubt-cityPartDue');
    expect(doubt?.sentence.zh).toContain('市级补助应为 15,000.00 元，填报为 14,999.99 元');
  });

  it('asks when a month begins with another number than the last one ended with, over the turn of a year too', () => {
    const workload = [givenWorkload('2025-05', 98), givenWorkload('2025-06', 100)];
    expect(idsOf({ workload })).toEqual(['doubt-workloadContinuity']);
    const january = { workload: [givenWorkload('2025-01', 100)] };
    expect(idsOf(january, '2025-01', { workload: [givenWorkload('2024-12', 99)] })).toEqual([
      'doubt-workloadContinuity',
    ]);
    expect(idsOf(january, '2025-01')).toEqual([]);
  });

  it('asks when all counts are the same for four months running in which something happened', () => {
    const same = (changes: Partial<Workload>) =>
      ['2025-03', '2025-04', '2025-05', '2025-06'].map((month) => counts(month, changes));
    expect(idsOf({ workload: same({ assessments: 6 }) })).toEqual(['doubt-workloadRepeated']);
    expect(idsOf({ workload: same({ assessments: 0 }) })).toEqual([]);
    expect(idsOf({ workload: same({ assessments: 6 }).slice(1) })).toEqual([]);
    expect(idsOf({ workload: [counts('2025-03', { resettled: 1 }), ...same({}).slice(1)] })).toEqual([]);
  });

  it('accuses nobody: no sentence speaks of a violation, and each asks for a word of explanation', () => {
    const sentences = [
      ...found({ months: { '2025-06': { paidOn: null } } }),
      ...found({ months: { '2025-06': { personsOnPost: 16, personsPaid: 14, cityPartDue: fen(1) } } }),
      ...found({ workload: [givenWorkload('2025-05', 98), givenWorkload('2025-06', 100)] }),
    ].map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(5);
    for (const { zh, en } of sentences) {
      expect(zh).toMatch(/；请核实后说明。$/);
      expect(en).toMatch(/: please verify and explain\.$/);
      expect(zh).not.toMatch(/违规|违纪|截留|挪用|虚报|造假/);
    }
  });
});
