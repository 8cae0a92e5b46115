import { bilingual } from '../../bilingual';
import { dueWageMonths } from '../due';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'onPostRate',
  name: bilingual('在岗率', 'On-post rate'),
  formula: bilingual('各月在岗人数之和÷（核定名额×月数）', 'person-months on post ÷ approved person-months'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'persons',
  dataStates: wageListStates(
    bilingual('没有核定名额的，不适用', 'not applicable where no post was approved'),
  ),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('玉司发〔2014〕67号（名额分配）', 'Yusifa [2014] No. 67 (posts)'),
};

/** 在岗率 over the months due. Example: 11 of 12 posts in one month is 91.67 percent. */
export const onPostRate: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    return rateResult(
      definition,
      {
        numerator: present.reduce((sum, one) => sum + one.personsOnPost, 0),
        denominator: present.length * facts.posts,
        figures: {
          numerator: bilingual('在岗人月数', 'person-months on post'),
          denominator: bilingual('核定人月数', 'approved person-months'),
          pointer: '/posts',
        },
        lines: present.map((one) => ({
          label: bilingual(`${one.month} 在岗人数÷名额`, `${one.month} on post ÷ posts`),
          amount: `${one.personsOnPost} ÷ ${facts.posts}`,
          record: one.record,
        })),
        missing,
        due: present.length > 0,
        notes: [],
        whenNone: bilingual(
          '本年度没有核定名额，不适用。',
          'No post was approved this year: not applicable.',
        ),
      },
      settings,
    );
  },
};
