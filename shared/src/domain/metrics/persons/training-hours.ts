import { bilingual } from '../../bilingual';
import { wagesDueOn } from '../../period/duty-clock';
import { monthNumber, monthsOfYear } from '../../period/year-month';
import type { YearMonth } from '../../period/year-month';
import { dataStates } from '../data-states';
import { dueWageMonths } from '../due';
import type { CountyYearFacts, TrainingQuarter } from '../facts';
import type { Metric, MetricDefinition, MetricLine, MetricSettings, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'trainingHours',
  name: bilingual('人均培训学时', 'Training hours per person'),
  formula: bilingual(
    '各季度培训人学时之和÷各月在岗人数之和×月数（即每名在岗人员本年累计学时）',
    'person-hours of training ÷ person-months on post × months: hours per person on post in the year so far',
  ),
  unit: 'hoursPerPerson',
  direction: 'atLeast',
  counts: 'hours',
  dataStates: dataStates({
    notApplicable: bilingual('没有在岗人员的，不适用', 'not applicable where nobody was on post'),
    missing: bilingual(
      '到期季度缺报培训学时，或者其中月份缺报工资发放名册的，逐一列明，暂不能计算；没有培训的，应当报0',
      'a quarter without its report, or a month of it without its wage list, is named, and the metric cannot be computed; no training is reported as 0',
    ),
    notDue: bilingual(
      '各季度从该季度最后一个月的工资发放到期日次日起计入',
      'a quarter counts from the day after the wages of its last month are due',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual(
    '公开文本未作规定；本地管理做法（督查表“考勤培训”项的默认设置，可修改）',
    'not in the published texts: local practice (default setting of the inspection item on attendance and training)',
  ),
};

const QUARTERS = [1, 2, 3, 4] as const;
const quarterOf = (month: YearMonth): number => Math.ceil(monthNumber(month) / 3);

/** The quarters whose day has passed. */
function dueQuarters(facts: CountyYearFacts, { clocks }: MetricSettings): readonly (1 | 2 | 3 | 4)[] {
  const months = monthsOfYear(facts.year);
  return QUARTERS.filter((quarter) => {
    const last = months[quarter * 3 - 1];
    if (last === undefined) return false;
    const wages = facts.wageMonths.find((one) => one.month === last);
    return (wages?.dueOn ?? wagesDueOn(last, clocks)) < facts.asOf;
  });
}

const lineOf = ({ quarter, personHours, record }: TrainingQuarter, year: number): MetricLine => ({
  label: bilingual(
    `${year}年第${quarter}季度培训（人学时）`,
    `training in quarter ${quarter} of ${year} (person-hours)`,
  ),
  amount: String(personHours),
  record,
});

/**
 * 人均培训学时 over the quarters due: person-hours of training ÷ the average number of persons on post. It is due by quarter,
 * because the inspection looks at training by quarter, and with the wage list of the quarter's last month, because that
 * counts the persons. A quarter reported with 0 is a value, a quarter without report is missing. Refused: training where
 * nobody was on post. Example: 360 person-hours, 15 persons in twelve months: 360 ÷ 180 × 12 = 24 hours.
 */
export const trainingHours: Metric = {
  definition,
  compute: (facts, settings) => {
    const quarters = dueQuarters(facts, settings);
    const wages = dueWageMonths(facts, settings.clocks);
    const months = wages.present.filter((one) =>
      quarters.some((quarter) => quarter === quarterOf(one.month)),
    );
    const known = facts.trainings.filter((one) => one.reportedOn <= facts.asOf);
    const reported = known.filter((one) => quarters.includes(one.quarter));
    const unreported = quarters.filter((quarter) => reported.every((one) => one.quarter !== quarter));
    return rateResult(
      definition,
      {
        numerator: reported.reduce((sum, one) => sum + one.personHours, 0),
        denominator: months.reduce((sum, one) => sum + one.personsOnPost, 0),
        times: months.length,
        figures: {
          numerator: bilingual('培训人学时', 'person-hours of training'),
          denominator: bilingual('在岗人月数', 'person-months on post'),
          pointer: '/trainings',
          above: 'usual',
        },
        lines: [
          ...reported.map((one) => lineOf(one, facts.year)),
          ...months.map((one) => ({
            label: bilingual(`${one.month} 在岗人数`, `${one.month} on post`),
            amount: String(one.personsOnPost),
            record: one.record,
          })),
        ],
        missing: [
          ...unreported.map((quarter) =>
            bilingual(
              `${facts.year}年第${quarter}季度培训学时`,
              `the training hours of quarter ${quarter} of ${facts.year}`,
            ),
          ),
          ...wages.missing.filter((month) => quarters.some((quarter) => quarter === quarterOf(month))),
        ],
        due: quarters.length > 0,
        notes: [],
        whenNone: bilingual('没有在岗人员，不适用。', 'Nobody was on post: not applicable.'),
      },
      settings,
    );
  },
};
