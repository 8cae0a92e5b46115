import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { refused } from '../../refusal';
import { refusalsOfRecords } from './counted-records';
import { dataStates } from '../data-states';
import type { CountyYearFacts, ReoffendingCount } from '../facts';
import type { Metric, MetricDefinition, MetricSettings, RateCode } from '../metric';
import { rateResult } from '../rate';
import { yearlyCountsDueOn } from './yearly-counts';

const definition: MetricDefinition<RateCode> = {
  code: 'reoffendingRate',
  name: bilingual('重新犯罪率', 'Reoffending rate'),
  formula: bilingual(
    '本年重新犯罪人数÷本年在册社区矫正对象人数（本年基数不足的，合并此前最多两年）',
    'persons who reoffended ÷ persons supervised in the year (with up to two years before it where the year alone is too small)',
  ),
  unit: 'percent',
  direction: 'atMost',
  counts: 'persons',
  dataStates: dataStates({
    notApplicable: bilingual(
      '没有在册对象的，不适用；默认作为参考指标，不计分',
      'not applicable where nobody was supervised; by default for reference only, not scored',
    ),
    missing: bilingual(
      '年度数据报送到期后没有本年计数的，缺报',
      'missing where the count of the year is absent once the yearly counts are due',
    ),
    notDue: bilingual(
      '本年计数报送之前、年度数据报送到期之前，未到期',
      'not due before the count is reported, nor before the yearly counts are due',
    ),
  }),
  // From 500 persons on one case moves the rate by no more than 0.2 percentage points.
  minimumDenominator: 500,
  // One case of a small county can point at a person.
  disclosure: 'closed',
  responsible: 'countyJustice',
  clause: bilingual(
    '2022年项目文本第八条（预防和减少了重新犯罪）；计算口径、最低基数500人和参考指标为可修改的默认设置',
    '2022 program text, section 8 (reoffending prevented and reduced); the formula, the minimum of 500 persons and reference only are default settings',
  ),
};

const FIGURES = {
  part: bilingual('重新犯罪人数', 'the number who reoffended'),
  whole: bilingual('在册人数', 'the number supervised'),
};

/** The year's own count and, where it is under the minimum, those of the two years before it that are there. */
function countedYears(facts: CountyYearFacts, settings: MetricSettings): readonly ReoffendingCount[] {
  const known = facts.reoffending.filter((one) => one.reportedOn <= facts.asOf);
  const own = known.filter((one) => one.year === facts.year);
  const minimum = settings.minimumDenominators.reoffendingRate ?? definition.minimumDenominator;
  if (own.length === 0 || own.reduce((sum, one) => sum + one.supervised, 0) >= minimum) return own;
  return known
    .filter((one) => one.year <= facts.year && one.year >= facts.year - 2)
    .sort((a, b) => a.year - b.year);
}

/**
 * 重新犯罪率. One case among 100 people is chance (rules.md section 4): it is 参考 by default and never scored by ratio under
 * its minimum denominator; a year too small takes the totals of up to three years, and says which. Counts only: nothing
 * about a person. Refused in each year that counts, naming it: more reoffended than were supervised, a figure below 0.
 * Example: 1 of 180 in 2025, 1 of 420 in 2023 and 2024: 2 ÷ 600 is 0.33 percent over three years, for reference.
 */
export const reoffendingRate: Metric = {
  definition,
  compute: (facts, settings) => {
    const counted = countedYears(facts, settings);
    const wrong = refusalsOfRecords(
      counted.map((one) => ({
        pointer: `/reoffending/${facts.reoffending.indexOf(one)}`,
        name: bilingual(`${one.year}年`, `the count of ${one.year}`),
        part: one.reoffended,
        whole: one.supervised,
      })),
      FIGURES,
    );
    if (wrong.length > 0) return refused(wrong);
    const isOver = facts.asOf > yearlyCountsDueOn(facts, settings);
    const years = [...new Set(counted.map((one) => one.year))];
    const notes: Bilingual[] =
      years.length > 1
        ? [
            bilingual(
              `本年基数不足，按${years.join('、')}年合计计算。`,
              `The year alone is too small: the totals of ${years.join(', ')} count.`,
            ),
          ]
        : [];
    return rateResult(
      definition,
      {
        numerator: counted.reduce((sum, one) => sum + one.reoffended, 0),
        denominator: counted.reduce((sum, one) => sum + one.supervised, 0),
        figures: {
          numerator: FIGURES.part,
          denominator: FIGURES.whole,
          pointer: '/reoffending',
        },
        lines: counted.map((one) => ({
          label: bilingual(`${one.year}年 重新犯罪人数÷在册人数`, `${one.year}: reoffended ÷ supervised`),
          amount: `${one.reoffended} ÷ ${one.supervised}`,
          record: one.record,
        })),
        missing:
          isOver && counted.length === 0
            ? [bilingual(`${facts.year}年度重新犯罪计数`, `the count of reoffending of ${facts.year}`)]
            : [],
        due: counted.length > 0,
        notes,
        whenNone: bilingual('没有在册社区矫正对象，不适用。', 'Nobody was supervised: not applicable.'),
      },
      settings,
    );
  },
};
