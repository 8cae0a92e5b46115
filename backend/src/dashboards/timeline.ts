import type { County } from '@yuheng/shared/contract/counties';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { filingName } from '@yuheng/shared/domain/metrics/funds/filing-timeliness';
import type { CountyYearFacts, Movement } from '@yuheng/shared/domain/metrics/facts';

type Event = County['timeline'][number];

const MOVEMENT_WORDS: Record<Movement['stage'], Bilingual> = {
  issue: bilingual('市财政局下达指标', 'issued by the city finance bureau'),
  receipt: bilingual('县财政局收到', 'received by county finance'),
  passOn: bilingual('县财政局拨付县司法局', 'passed on to the county justice bureau'),
};

/** The money's way through the year, from issue to wages and filings, in the order of the days. */
export function timelineOf({ movements, wageMonths, filings }: CountyYearFacts): Event[] {
  const events: Event[] = [
    ...movements.map(({ stage, date, amount, documentNumber }) => ({
      date,
      kind: stage,
      fen: amount,
      text: MOVEMENT_WORDS[stage],
      documentNumber,
    })),
    ...filings.flatMap((filing): Event[] => {
      const name = filingName(filing);
      const text = bilingual(`备案：${name.zh}`, `filed: ${name.en}`);
      return filing.filedOn
        ? [{ date: filing.filedOn, kind: 'filing', fen: null, text, documentNumber: null }]
        : [];
    }),
    ...wageMonths.flatMap((one): Event[] => {
      if (!one.paidOn) return [];
      const isAdvance = one.countyAdvance > 0;
      const text = isAdvance
        ? bilingual(
            `发放 ${one.month} 工资，市级部分由县级垫付`,
            `wages of ${one.month}, the city part advanced by the county`,
          )
        : bilingual(`发放 ${one.month} 工资`, `wages of ${one.month}`);
      return [
        {
          date: one.paidOn,
          kind: isAdvance ? 'advance' : 'wages',
          fen: one.cityPartPaid,
          text,
          documentNumber: null,
        },
      ];
    }),
    ...settlements(wageMonths),
  ];
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Advances settled on one day are one event (归垫). */
function settlements(wageMonths: CountyYearFacts['wageMonths']): Event[] {
  const byDay = new Map<string, { fen: number; months: string[] }>();
  for (const { advanceSettledOn, countyAdvance, month } of wageMonths) {
    if (!advanceSettledOn) continue;
    const day = byDay.get(advanceSettledOn) ?? { fen: 0, months: [] };
    byDay.set(advanceSettledOn, { fen: day.fen + countyAdvance, months: [...day.months, month] });
  }
  return [...byDay].map(([date, { fen, months }]) => ({
    date,
    kind: 'settlement',
    fen,
    text: bilingual(`归垫 ${months.join('、')} 垫付资金`, `advances of ${months.join(', ')} settled`),
    documentNumber: null,
  }));
}
