import { bilingual } from '../../bilingual';
import { accepted } from '../../refusal';
import { dueInspections } from '../due';
import { inspectionStates } from '../data-states';
import type { Metric, MetricDefinition, MetricLine } from '../metric';

const ITEM = 'earmarkedUse';

const definition: MetricDefinition = {
  code: 'earmarkedUse',
  name: bilingual('专款专用', 'Earmarked use'),
  formula: bilingual(
    '已审核的督查中“专款专用”均未判定不合格',
    'the item "earmarked use" failed in no approved inspection',
  ),
  unit: 'yesNo',
  direction: 'atLeast',
  counts: 'items',
  dataStates: inspectionStates({
    notApplicable: bilingual('本指标没有不适用的情形', 'it is never not applicable'),
    missing: bilingual(
      '督查已到期但尚无已审核结论的，缺报',
      'missing where inspections are due and none has an approved conclusion',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual('2025年项目文本第七条（确保专款专用）', '2025 program text, section 7 (earmarked)'),
};

const WORDS = {
  pass: bilingual('合格', 'passed'),
  fail: bilingual('不合格', 'failed'),
  notApplicable: bilingual('不适用', 'not applicable'),
} as const;

/**
 * 专款专用: met unless the item failed in an approved inspection; what is not approved, and any doubt, moves nothing.
 * Without one approved conclusion it is missing once a sheet is due, before that not due.
 */
export const earmarkedUse: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueInspections(facts, settings.clocks);
    const concluded = present.flatMap((sheet) => {
      const conclusion = sheet.results.find((one) => one.item === ITEM)?.conclusion ?? null;
      return sheet.stage === 'approved' && conclusion !== null ? [{ sheet, conclusion }] : [];
    });
    const lines: MetricLine[] = concluded.map(({ sheet, conclusion }) => ({
      label: bilingual(`${sheet.month} ${WORDS[conclusion].zh}`, `${sheet.month} ${WORDS[conclusion].en}`),
      amount: sheet.submittedOn ?? '—',
      record: sheet.record,
    }));
    const base = { code: definition.code, value: null, numerator: null, denominator: null, lines };
    if (concluded.length === 0) {
      const due = present.length + missing.length > 0;
      const note = due
        ? bilingual('尚无已审核的督查结论。', 'No approved conclusion exists yet.')
        : bilingual('尚未到期。', 'Nothing is due yet.');
      return accepted({ ...base, state: due ? 'missing' : 'notDue', note });
    }
    const failed = concluded.filter((one) => one.conclusion === 'fail').map((one) => one.sheet.month);
    const note = bilingual(`${failed.join('、')}判定不合格。`, `Failed in ${failed.join(', ')}.`);
    return accepted({
      ...base,
      state: 'reported',
      met: failed.length === 0,
      ...(failed.length > 0 ? { note } : {}),
    });
  },
};
