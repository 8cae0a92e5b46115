import { bilingual } from '../../bilingual';
import { dueWageMonths } from '../due';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'socialInsuranceCoverage',
  name: bilingual('社会保险参保率', 'Social insurance coverage'),
  formula: bilingual('各月参保人数之和÷各月在岗人数之和', 'insured person-months ÷ person-months on post'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'persons',
  dataStates: wageListStates(bilingual('没有在岗人员的，不适用', 'not applicable where nobody was on post')),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('《中华人民共和国社会保险法》', 'Social Insurance Law'),
};

/** 参保率 over the months due. Example: 13 insured of 14 on post is 92.86 percent. */
export const socialInsuranceCoverage: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    return rateResult(
      definition,
      {
        numerator: present.reduce((sum, one) => sum + one.personsInsured, 0),
        denominator: present.reduce((sum, one) => sum + one.personsOnPost, 0),
        figures: {
          numerator: bilingual('参保人月数', 'insured person-months'),
          denominator: bilingual('在岗人月数', 'person-months on post'),
          pointer: '/wageMonths',
        },
        lines: present.map((one) => ({
          label: bilingual(`${one.month} 参保人数÷在岗人数`, `${one.month} insured ÷ on post`),
          amount: `${one.personsInsured} ÷ ${one.personsOnPost}`,
          record: one.record,
        })),
        missing,
        due: present.length > 0,
        notes: [],
        whenNone: bilingual('没有在岗人员，不适用。', 'Nobody was on post: not applicable.'),
      },
      settings,
    );
  },
};
