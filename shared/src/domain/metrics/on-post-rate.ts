import { bilingual } from '../bilingual';
import { accepted } from '../refusal';
import { dueWageMonths } from './due';
import type { Metric, MetricDefinition } from './metric';
import { rateResult } from './rate';

const definition: MetricDefinition = {
  code: 'onPostRate',
  name: bilingual('在岗率', 'On-post rate'),
  formula: bilingual('各月在岗人数之和÷（核定名额×月数）', 'person-months on post ÷ approved person-months'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'persons',
  minimumDenominator: 1,
  disclosure: 'internal',
  clause: bilingual('玉司发〔2014〕67号（名额分配）', 'Yusifa [2014] No. 67 (posts)'),
};

/** 在岗率 over the months due. Example: 11 of 12 posts in one month is 91.67 percent. */
export const onPostRate: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    return accepted(
      rateResult(definition, {
        numerator: present.reduce((sum, one) => sum + one.personsOnPost, 0),
        denominator: present.length * facts.posts,
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
      }),
    );
  },
};
