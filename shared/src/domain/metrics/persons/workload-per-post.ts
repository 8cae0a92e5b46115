import { bilingual } from '../../bilingual';
import { dataStates } from '../data-states';
import { dueWorkload } from '../due';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'workloadPerPost',
  name: bilingual('人均监管对象数（按名额）', 'Supervised persons per post'),
  formula: bilingual(
    '各月月末在册社区矫正对象人数之和÷（核定名额×月数）',
    'supervised persons at each month’s end, added up ÷ (approved posts × months)',
  ),
  unit: 'perPost',
  direction: 'neither',
  counts: 'persons',
  dataStates: dataStates({
    notApplicable: bilingual('没有核定名额的，不适用', 'not applicable where no post was approved'),
    missing: bilingual(
      '到期月份缺报工作量的，列明月份，暂不能计算',
      'a month whose workload is due and absent is named, and the metric cannot be computed',
    ),
    notDue: bilingual(
      '各月工作量随当月督查表到期，此前未到期',
      'a month’s workload is due with its inspection sheet, not before',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'city',
  clause: bilingual(
    '2022年项目文本第五条（根据司法所的个数、监管的社区矫正对象人数及其他工作量进行分配）；计算口径为本地设置',
    '2022 program text, section 5 (assistants split by justice offices, supervised persons and other workload); the formula is a local setting',
  ),
};

/**
 * 人均监管对象数: supervised persons averaged over the months due, a post. It describes a county's load and is no merit of the
 * county; the number of posts is the city's decision. Counts only. Example: 180 persons at the end of each month on 15
 * posts is 12 a post.
 */
export const workloadPerPost: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWorkload(facts, settings.clocks);
    return rateResult(
      definition,
      {
        numerator: present.reduce((sum, one) => sum + one.supervisedAtEnd, 0),
        denominator: present.length * facts.posts,
        figures: {
          numerator: bilingual('在册人月数', 'supervised person-months'),
          denominator: bilingual('核定人月数', 'approved person-months'),
          pointer: '/workload',
          above: 'usual',
          ofNothing: 'notApplicable',
        },
        lines: present.map((one) => ({
          label: bilingual(
            `${one.month} 月末在册人数÷名额`,
            `${one.month} supervised at month’s end ÷ posts`,
          ),
          amount: `${one.supervisedAtEnd} ÷ ${facts.posts}`,
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
