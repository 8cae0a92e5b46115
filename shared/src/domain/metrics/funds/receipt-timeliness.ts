import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import type { IsoDate } from '../../period/year-month';
import { registeredStates } from '../data-states';
import { firstMovementOn, plannedIssueOn, plannedReceiptOn } from './earlier-link';
import type { CountyYearFacts } from '../facts';
import type { Metric, MetricDefinition, MetricLine, MetricSettings, RateCode } from '../metric';
import { movedBy, standingMovements } from './money-in-order';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'receiptTimeliness',
  name: bilingual('资金到位及时率', 'Money received in time'),
  formula: bilingual(
    '计划下达日加到位天数之前到位的市级资金÷计划下达的市级资金（年初预算，调减的按调整后预算）',
    'city money received by the planned issue day plus the days allowed ÷ city money planned (initial budget, or the adjusted one where it was cut)',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  dataStates: registeredStates({
    late: bilingual('逾期到位的部分，按未及时到位计', 'the part that arrived late counts as not in time'),
    notApplicable: bilingual(
      '年初没有预算资金，或者预算全部调减的，不适用',
      'not applicable where there was no initial budget, or all of it was cut',
    ),
    notDue: bilingual(
      '计划到位日之前尚未全部到位的，未到期',
      'not due before the planned day, unless all has arrived',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'city',
  clause: bilingual(
    '2025年项目文本第七条（计划于2025年4月全额下拨到九个县（市、区））；计划下达日和到位天数为可修改的设置',
    '2025 program text, section 7 (all of it planned for April 2025); the planned day and the days allowed are settings',
  ),
};

/** Which link of the city's held up what did not arrive in time. */
function causeOf(facts: CountyYearFacts, settings: MetricSettings): Bilingual {
  const issuedOn = firstMovementOn(facts, 'issue');
  const planned = plannedIssueOn(facts, settings);
  if (issuedOn === null) return bilingual('市级尚未下达', 'the city has not issued it');
  return issuedOn > planned
    ? bilingual(
        `市级${issuedOn}下达，晚于计划的${planned}`,
        `the city issued it on ${issuedOn}, after the planned ${planned}`,
      )
    : bilingual(`市级${issuedOn}已开始下达`, `the city began to issue it on ${issuedOn}`);
}

/** Why no money was to arrive in time. */
function nothingPlanned(facts: CountyYearFacts, settings: MetricSettings): Bilingual {
  const { initialBudget, adjustedBudget } = facts;
  if (initialBudget === 0 && adjustedBudget === 0) {
    return bilingual('没有预算资金，不适用。', 'There was no budget: not applicable.');
  }
  const day = plannedIssueOn(facts, settings);
  const why =
    initialBudget === 0
      ? bilingual('年初没有预算', 'The initial budget was 0')
      : bilingual('预算已全部调减', 'The whole budget was cut');
  return bilingual(
    `${why.zh}，没有计划于${day}前下达的资金，不适用。`,
    `${why.en}, so nothing was planned to be issued by ${day}: not applicable.`,
  );
}

function linesOf(facts: CountyYearFacts, inTimeUntil: IsoDate): MetricLine[] {
  const WORDS = { issue: bilingual('下达', 'issued'), receipt: bilingual('到位', 'received') };
  return (['issue', 'receipt'] as const).flatMap((stage) =>
    facts.movements
      .filter((one) => one.stage === stage && one.date <= facts.asOf)
      .map(({ date, amount, record }) => {
        const late = stage === 'receipt' && date > inTimeUntil;
        return {
          label: bilingual(
            `${date} ${WORDS[stage].zh}（元）${late ? '，逾期' : ''}`,
            `${date} ${WORDS[stage].en} (yuan)${late ? ', late' : ''}`,
          ),
          amount: printYuan(amount),
          record,
        };
      }),
  );
}

/**
 * 资金到位及时率, by amount: a part that arrives late counts only as that part. What was planned for the year is due on one
 * day, the planned issue plus the days allowed for its way; a supplement above the initial budget was not planned, and is
 * left out. Nobody stands before the city, so that every delay here is the city's own, and is said; none is the county's.
 * Money of a budget that was only added in the year was not planned either: not applicable. Refused: money received
 * although both the initial and the adjusted budget are 0. Example: 108,000 of 180,000 yuan in time is 60 percent.
 */
export const receiptTimeliness: Metric = {
  definition,
  compute: (facts, settings) => {
    const receipts = standingMovements(facts, 'receipt');
    if (!receipts.ok) return receipts;
    const inTimeUntil = plannedReceiptOn(facts, settings);
    const planned = Math.min(facts.initialBudget, facts.adjustedBudget);
    const arrived = movedBy(receipts.value, inTimeUntil);
    const inTime = Math.min(arrived, planned);
    const withoutBudget = Math.max(facts.initialBudget, facts.adjustedBudget) === 0;
    const isOver = facts.asOf > inTimeUntil;
    const short = printYuan(fen(Math.max(0, planned - inTime)));
    const cause = causeOf(facts, settings);
    return rateResult(
      definition,
      {
        numerator: withoutBudget ? movedBy(receipts.value, facts.asOf) : inTime,
        denominator: planned,
        figures: {
          numerator: bilingual('到位资金', 'the money received'),
          denominator: bilingual('预算', 'the budget'),
          pointer: '/movements',
        },
        lines: linesOf(facts, inTimeUntil),
        missing: [],
        due: isOver || (planned > 0 && inTime === planned),
        notes:
          isOver && inTime < planned
            ? [
                bilingual(
                  `${short}元未在${inTimeUntil}前到位：${cause.zh}，属市级环节。`,
                  `${short} yuan did not arrive by ${inTimeUntil}: ${cause.en}; this is the city's link.`,
                ),
              ]
            : [],
        whenNone: nothingPlanned(facts, settings),
      },
      settings,
    );
  },
};
