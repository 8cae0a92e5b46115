import { yearMonth } from '@yuheng/shared/domain/period/year-month';
import { type Duty, groupDuties, weeksOf, windowOf } from './group-duties';

const duty = (changes: Partial<Duty>): Duty => ({
  rule: 'inspection',
  kind: 'inspection',
  name: { zh: '督查', en: 'inspection' },
  year: 2026,
  round: null,
  county: 'hongta',
  countyName: '红塔区',
  month: '2026-02',
  dueOn: '2026-03-08',
  doneOn: null,
  state: 'overdue',
  owedBy: ['cityJustice'],
  own: false,
  assumed: false,
  returnReason: null,
  ...changes,
});

describe('duties on a page', () => {
  it('that differ by county only are one line, and any other difference makes another', () => {
    const groups = groupDuties(
      [
        duty({}),
        duty({ county: 'yimen', countyName: '易门县' }),
        duty({ county: 'eshan', countyName: '峨山县', state: 'done' }),
        duty({ rule: 'selfEvaluation', county: null, countyName: null, month: null }),
      ],
      [],
    );
    expect(groups.map(({ duty: { rule, state }, counties }) => [rule, state, counties])).toEqual([
      ['inspection', 'overdue', ['红塔区', '易门县']],
      ['inspection', 'done', ['峨山县']],
      ['selfEvaluation', 'overdue', []],
    ]);
  });

  it('of one county that a round asks for several of on one day are one line that says how many', () => {
    const asked = { rule: 'evidenceRequest', kind: 'evidenceRequest', round: 'a' } as const;
    const groups = groupDuties([duty(asked), duty(asked), duty({ ...asked, round: 'b' })], []);
    expect(groups.map(({ counties, times }) => [counties, times])).toEqual([
      [['红塔区'], 2],
      [['红塔区'], 1],
    ]);
  });

  it.each([
    ['2026-03', 6, '2026-03-31'],
    ['2026-02', 5, '2026-02-28'],
    ['2024-02', 5, '2024-02-29'],
    ['2027-02', 4, '2027-02-28'],
  ])('stand in the weeks of %s from Monday on, every day once', (text, count, last) => {
    const month = yearMonth(text);
    const weeks = weeksOf(month, groupDuties([duty({ dueOn: last })], []));
    const days = weeks.flat().flatMap((one) => (one ? [one.day] : []));
    expect(weeks).toHaveLength(count);
    expect([days[0], days.at(-1), new Set(days).size]).toEqual([`${month}-01`, last, Number(last.slice(8))]);
    expect(
      weeks
        .flat()
        .filter((one) => one && one.groups.length > 0)
        .map((one) => one?.day),
    ).toEqual([last]);
    expect(windowOf(month)).toEqual({ from: `${month}-01`, to: last });
  });
});
