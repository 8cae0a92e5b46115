import { bilingual } from '../../bilingual';
import { dueInspections } from '../due';
import { isHandedIn } from './inspection-average';
import { inspectionStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'inspectionCompletion',
  name: bilingual('督查完成率', 'Inspections carried out'),
  formula: bilingual('已完成督查的月数÷应完成督查的月数', 'months inspected ÷ months due'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'items',
  dataStates: inspectionStates({
    notApplicable: bilingual('没有应完成的督查的，不适用', 'not applicable where no inspection was due'),
    missing: bilingual(
      '不作缺报处理：到期未完成的督查按未完成计',
      'never missing: an inspection that is due and absent counts as not carried out',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'city',
  clause: bilingual('2022年项目文本（一月一督查）', '2022 program text (an inspection every month)'),
};

/** 督查完成率: months inspected ÷ months due; a sheet that is absent or sent back is one not done, so nothing is missing here. */
export const inspectionCompletion: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueInspections(facts, settings.clocks);
    const done = present.filter(isHandedIn);
    const open = [...missing, ...present.filter((one) => !isHandedIn(one)).map((one) => one.month)].sort();
    return rateResult(
      definition,
      {
        numerator: done.length,
        denominator: present.length + missing.length,
        figures: {
          numerator: bilingual('已完成督查月数', 'months inspected'),
          denominator: bilingual('应完成督查月数', 'months due'),
          pointer: '/inspections',
        },
        lines: done.map((one) => ({
          label: bilingual(
            `${one.month} ${one.state === 'late' ? '迟报' : '按时'}`,
            `${one.month} ${one.state === 'late' ? 'late' : 'in time'}`,
          ),
          amount: one.submittedOn ?? '—',
          record: one.record,
        })),
        missing: [],
        due: present.length + missing.length > 0,
        notes:
          open.length > 0
            ? [bilingual(`未完成：${open.join('、')}。`, `Not carried out: ${open.join(', ')}.`)]
            : [],
        whenNone: bilingual('尚无应完成的督查。', 'No inspection was due.'),
      },
      settings,
    );
  },
};
