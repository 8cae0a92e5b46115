import { bilingual } from '../../bilingual';
import type { IsoDate } from '../../period/year-month';
import type { Finding } from '../facts';
import { registeredStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'rectificationTimeliness',
  name: bilingual('问题整改及时率', 'Findings rectified in time'),
  formula: bilingual(
    '在期限内整改或者销号的问题数÷到期问题数',
    'findings rectified or closed by their deadline ÷ findings that fell due',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'items',
  dataStates: registeredStates({
    late: bilingual('逾期整改的，按未按时整改计', 'a finding rectified late counts as not in time'),
    notApplicable: bilingual(
      '没有到期问题的，不适用，也不因此得满分',
      'not applicable where no finding fell due, and no full marks for it',
    ),
    notDue: bilingual('整改期限未到的问题不计入', 'a finding whose deadline has not come is left out'),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual(
    '2025年项目文本第五条（跟踪监控和监督检查）',
    '2025 program text, section 5 (monitoring)',
  ),
};

/** The day a finding was first rectified or closed, as known on a day; null while it is open. */
export function settledOn(finding: Finding, asOf: IsoDate): IsoDate | null {
  const days = [finding.rectifiedOn, finding.closedOn].filter((day) => day !== null && day <= asOf).sort();
  return days[0] ?? null;
}

/** Open although its deadline has passed. On the day of the deadline itself it is not overdue yet. */
export const isOverdue = (finding: Finding, asOf: IsoDate): boolean =>
  settledOn(finding, asOf) === null && finding.deadline < asOf;

/**
 * 问题整改及时率 over the findings whose deadline has come. None: not applicable, never full marks for want of findings.
 * Example: 3 of 4 in time is 75 percent.
 */
export const rectificationTimeliness: Metric = {
  definition,
  compute: (facts, settings) => {
    const { asOf } = facts;
    const due = facts.findings.filter(
      (one) =>
        one.foundOn <= asOf &&
        (one.deadline < asOf || (one.deadline === asOf && settledOn(one, asOf) !== null)),
    );
    const inTime = due.filter((one) => (settledOn(one, asOf) ?? '9999-12-31') <= one.deadline);
    return rateResult(
      definition,
      {
        numerator: inTime.length,
        denominator: due.length,
        figures: {
          numerator: bilingual('按期整改的问题数', 'findings rectified in time'),
          denominator: bilingual('到期问题数', 'findings that fell due'),
          pointer: '/findings',
        },
        lines: due.map((one) => ({
          label: bilingual(`${one.summary}（整改日÷期限）`, `${one.summary} (rectified ÷ deadline)`),
          amount: `${settledOn(one, asOf) ?? '—'} ÷ ${one.deadline}`,
          record: one.record,
        })),
        missing: [],
        due: true,
        notes: [],
        whenNone: bilingual('没有到期问题，不适用。', 'No finding fell due: not applicable.'),
      },
      settings,
    );
  },
};
