import { bilingual } from '../bilingual';
import { accepted } from '../refusal';
import { dueInspections } from './due';
import { isHandedIn } from './inspection-average';
import type { Metric, MetricDefinition } from './metric';
import { rateResult } from './rate';

const definition: MetricDefinition = {
  code: 'inspectionCompletion',
  name: bilingual('督查完成率', 'Inspections carried out'),
  formula: bilingual('已完成督查的月数÷应完成督查的月数', 'months inspected ÷ months due'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'items',
  minimumDenominator: 1,
  disclosure: 'internal',
  clause: bilingual('2022年项目文本（一月一督查）', '2022 program text (an inspection every month)'),
};

/** 督查完成率: months inspected ÷ months due; a sheet that is absent or sent back is one not done, so nothing is missing here. */
export const inspectionCompletion: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueInspections(facts, settings.clocks);
    const done = present.filter(isHandedIn);
    const open = [...missing, ...present.filter((one) => !isHandedIn(one)).map((one) => one.month)].sort();
    return accepted(
      rateResult(definition, {
        numerator: done.length,
        denominator: present.length + missing.length,
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
      }),
    );
  },
};
