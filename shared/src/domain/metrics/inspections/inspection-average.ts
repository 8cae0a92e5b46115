import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { dueInspections } from '../due';
import type { Inspection } from '../facts';
import { inspectionStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'inspectionAverage',
  name: bilingual('督查合格率', 'Inspection pass rate'),
  formula: bilingual(
    '各月督查合格项数之和÷各月适用项数之和（不适用的不计入，沿用的结论每月计一次）',
    'items passed ÷ applicable items (not applicable left out, carried conclusions once a month)',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'items',
  dataStates: inspectionStates({
    notApplicable: bilingual('各项均不适用的，不适用', 'not applicable where every item was'),
    missing: bilingual(
      '到期的督查表缺报、退回或者有项目未下结论的，列明月份，暂不能计算',
      'a sheet that is due and absent, sent back or without all its conclusions is named, and the metric cannot be computed',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('2022年项目文本（一月一督查）', '2022 program text (an inspection every month)'),
};

export interface InspectionCount {
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Items without a conclusion. */
  readonly open: number;
  readonly carried: number;
}

/** How the conclusions of one sheet fall. */
export function countConclusions(inspection: Inspection): InspectionCount {
  const of = (conclusion: string | null): number =>
    inspection.results.filter((one) => one.conclusion === conclusion).length;
  return {
    passed: of('pass'),
    failed: of('fail'),
    notApplicable: of('notApplicable'),
    open: of(null),
    carried: inspection.results.filter((one) => one.carriedFrom !== null && one.conclusion !== null).length,
  };
}

/** A sheet whose conclusions stand: handed in and not sent back. */
export const isHandedIn = (inspection: Inspection): boolean =>
  inspection.stage === 'submitted' || inspection.stage === 'approved' || inspection.stage === 'reopened';

function carriedText(inspection: Inspection): Bilingual {
  const months = [...new Set(inspection.results.flatMap((one) => one.carriedFrom ?? []))].sort();
  if (months.length === 0) return bilingual('', '');
  const { carried } = countConclusions(inspection);
  return bilingual(
    `，其中${carried}项沿用${months.join('、')}结论`,
    `, ${carried} of them carried from ${months.join(', ')}`,
  );
}

/**
 * 督查合格率 over the sheets due: passes ÷ (passes + fails). A sheet that is due and absent, sent back or without all its
 * conclusions is missing. Example: 10 passed, 1 failed, 1 not applicable is 90.91 percent.
 */
export const inspectionAverage: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueInspections(facts, settings.clocks);
    const whole = present.filter((one) => isHandedIn(one) && countConclusions(one).open === 0);
    const counts = whole.map(countConclusions);
    const passed = counts.reduce((sum, one) => sum + one.passed, 0);
    return rateResult(
      definition,
      {
        numerator: passed,
        denominator: passed + counts.reduce((sum, one) => sum + one.failed, 0),
        figures: {
          numerator: bilingual('合格项数', 'items passed'),
          denominator: bilingual('适用项数', 'applicable items'),
          pointer: '/inspections',
        },
        lines: whole.map((one) => {
          const count = countConclusions(one);
          const carried = carriedText(one);
          return {
            label: bilingual(
              `${one.month} 合格÷适用${carried.zh}`,
              `${one.month} passed ÷ applicable${carried.en}`,
            ),
            amount: `${count.passed} ÷ ${count.passed + count.failed}`,
            record: one.record,
          };
        }),
        missing: [
          ...missing,
          ...present.filter((one) => !whole.includes(one)).map((one) => one.month),
        ].sort(),
        due: present.length > 0,
        notes: [],
        whenNone: bilingual('各项均不适用。', 'Every item was not applicable.'),
      },
      settings,
    );
  },
};
