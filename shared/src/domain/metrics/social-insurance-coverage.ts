import { bilingual } from '../bilingual';
import { accepted } from '../refusal';
import { dueWageMonths } from './due';
import type { Metric, MetricDefinition } from './metric';
import { rateResult } from './rate';

const definition: MetricDefinition = {
  code: 'socialInsuranceCoverage',
  name: bilingual('社会保险参保率', 'Social insurance coverage'),
  formula: bilingual('各月参保人数之和÷各月在岗人数之和', 'insured person-months ÷ person-months on post'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'persons',
  minimumDenominator: 1,
  disclosure: 'internal',
  clause: bilingual('《中华人民共和国社会保险法》', 'Social Insurance Law'),
};

/** 参保率 over the months due. Example: 13 insured of 14 on post is 92.86 percent. */
export const socialInsuranceCoverage: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    return accepted(
      rateResult(definition, {
        numerator: present.reduce((sum, one) => sum + one.personsInsured, 0),
        denominator: present.reduce((sum, one) => sum + one.personsOnPost, 0),
        lines: present.map((one) => ({
          label: bilingual(`${one.month} 参保人数÷在岗人数`, `${one.month} insured ÷ on post`),
          amount: `${one.personsInsured} ÷ ${one.personsOnPost}`,
          record: one.record,
        })),
        missing,
        due: present.length > 0,
        notes: [],
        whenNone: bilingual('没有在岗人员，不适用。', 'Nobody was on post: not applicable.'),
      }),
    );
  },
};
