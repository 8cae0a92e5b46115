import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { addDays } from '../../period/year-month';
import { refused } from '../../refusal';
import { dueWageMonths } from '../due';
import { firstMovementOn, heldUpBy } from '../funds/earlier-link';
import { ledgerRefusals } from '../funds/money-in-order';
import type { CountyYearFacts, WageMonth } from '../facts';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, MetricSettings, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'wageTimeliness',
  name: bilingual('工资发放及时率', 'Wages paid in time'),
  formula: bilingual(
    '各月按时发放工资的人数之和÷各月应发人数之和（因资金到位迟延造成的不计入）',
    'persons paid on time ÷ persons due (what late money caused is left out)',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'persons',
  dataStates: wageListStates(
    bilingual('没有应发人员的，不适用', 'not applicable where nobody was due a wage'),
  ),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('2025年项目文本第七条（用于支付协勤人员工资）', '2025 program text, section 7 (wages)'),
};

/** The earlier link that a month's late wages are put down to; null when they are the county bureau's own. */
export function excuseOf(
  facts: CountyYearFacts,
  month: WageMonth,
  settings: MetricSettings,
): Bilingual | null {
  const cause = heldUpBy(facts, month.dueOn, settings);
  const passedOn = firstMovementOn(facts, 'passOn');
  if (cause === null || passedOn === null) return cause;
  const latest = addDays(passedOn, settings.daysToPayAfterPassOn);
  return (month.paidOn ?? facts.asOf) <= latest ? cause : null;
}

/**
 * 工资发放及时率 over the months due. Wages that the county advanced on time count as on time. Persons paid late while an
 * earlier link held the money up, and paid soon after it came, are left out of the rate and named.
 * Refused: more money was reversed than had moved, because then nobody can say which link held it up.
 * Example: 14 of 15 on time in one month is 93.33 percent.
 */
export const wageTimeliness: Metric = {
  definition,
  compute: (facts, settings) => {
    const unknown = ledgerRefusals(facts, ['receipt', 'passOn']);
    if (unknown.length > 0) return refused(unknown);
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const notes: Bilingual[] = [];
    let excused = 0;
    for (const month of present) {
      const late = month.personsOnPost - month.personsPaidOnTime;
      const cause = late > 0 ? excuseOf(facts, month, settings) : null;
      if (cause === null) continue;
      excused += late;
      notes.push(
        bilingual(
          `${month.month}有${late}人迟发，系${cause.zh}所致，不计入。`,
          `In ${month.month} ${late} were paid late because ${cause.en}: left out.`,
        ),
      );
    }
    return rateResult(
      definition,
      {
        numerator: present.reduce((sum, one) => sum + one.personsPaidOnTime, 0),
        denominator: present.reduce((sum, one) => sum + one.personsOnPost, 0) - excused,
        figures: {
          numerator: bilingual('按时发放人次', 'wages paid on time'),
          denominator: bilingual('应发人次', 'wages due'),
          pointer: '/wageMonths',
        },
        lines: present.map((one) => ({
          label: bilingual(`${one.month} 按时发放人数÷应发人数`, `${one.month} paid on time ÷ due`),
          amount: `${one.personsPaidOnTime} ÷ ${one.personsOnPost}`,
          record: one.record,
        })),
        missing,
        due: present.length > 0,
        notes,
        whenNone: bilingual('没有应发人员，不适用。', 'Nobody was due a wage: not applicable.'),
      },
      settings,
    );
  },
};
