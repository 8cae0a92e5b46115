import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import type { IsoDate } from '../../period/year-month';
import { registeredStates } from '../data-states';
import { lateStartOf, passOnDueOn } from './earlier-link';
import type { CountyYearFacts } from '../facts';
import type { Metric, MetricDefinition, MetricLine, MetricSettings, RateCode } from '../metric';
import { movedBy, standingMovements } from './money-in-order';
import type { StandingMovement } from './money-in-order';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'passOnTimeliness',
  name: bilingual('资金拨付及时率', 'Money passed on in time'),
  formula: bilingual(
    '县级财政部门收到后在规定天数内拨付到县级司法局的资金÷拨付时限已到的到位资金',
    'money that county finance passed on within the set days of its receipt ÷ money received whose days are over',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  dataStates: registeredStates({
    late: bilingual(
      '逾期拨付的部分，按未及时拨付计',
      'the part that was passed on late counts as not in time',
    ),
    notApplicable: bilingual(
      '全年没有到位资金的，不适用',
      'not applicable in a year in which no money was received',
    ),
    notDue: bilingual(
      '资金到位前，以及拨付时限未到且未拨完的，未到期',
      'not due before receipt, nor while the days run and not all was passed on',
    ),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyFinance',
  clause: bilingual(
    '2025年项目文本第七条（收到项目资金后，及时将资金拨付到司法局）；规定天数文本未载，为可修改的设置',
    '2025 program text, section 7 (passed on in time after receipt); the number of days is not in the text, it is a setting',
  ),
};

interface ReceiptPassedOn {
  readonly receipt: StandingMovement;
  readonly dueOn: IsoDate;
  readonly inTime: number;
  /** Its days are over, or it was passed on in full. */
  readonly isDue: boolean;
}

/** What came first is passed on first: each receipt with what of it had left within its own days. */
function receiptsPassedOn(
  receipts: readonly StandingMovement[],
  passOns: readonly StandingMovement[],
  facts: CountyYearFacts,
  settings: MetricSettings,
): ReceiptPassedOn[] {
  let before = 0;
  return receipts.map((receipt) => {
    const dueOn = passOnDueOn(receipt, settings);
    const inTime = Math.min(Math.max(movedBy(passOns, dueOn) - before, 0), receipt.amount);
    before += receipt.amount;
    return { receipt, dueOn, inTime, isDue: dueOn < facts.asOf || inTime === receipt.amount };
  });
}

function linesOf(receipts: readonly ReceiptPassedOn[], passOns: readonly StandingMovement[]): MetricLine[] {
  return [
    ...receipts.map(({ receipt, dueOn, inTime }) => ({
      label: bilingual(
        `${receipt.date}到位，应于${dueOn}前拨付：按时拨付÷到位（元）`,
        `received on ${receipt.date}, to be passed on by ${dueOn}: in time ÷ received (yuan)`,
      ),
      amount: `${printYuan(fen(inTime))} ÷ ${printYuan(fen(receipt.amount))}`,
      record: receipt.record,
    })),
    ...passOns.map(({ date, amount, record }) => ({
      label: bilingual(`${date} 拨付（元）`, `${date} passed on (yuan)`),
      amount: printYuan(fen(amount)),
      record,
    })),
  ];
}

const CLOCK = bilingual('拨付时限', 'passing on');

/**
 * 资金拨付及时率, by amount and receipt by receipt: each receipt has its own clock, and what came first is passed on first, so
 * that money in two parts is judged part by part. The clock starts at receipt: what the city's late issue cost is thereby
 * subtracted, and said. A receipt whose days still run is left out until they are over or all of it was passed on.
 * Refused: money passed on although none was received. Example: received 180,000 yuan, 108,000 of it passed on within
 * 30 days and the rest on day 31, is 60 percent.
 */
export const passOnTimeliness: Metric = {
  definition,
  compute: (facts, settings) => {
    const receipts = standingMovements(facts, 'receipt');
    const passOns = standingMovements(facts, 'passOn');
    if (!receipts.ok) return receipts;
    if (!passOns.ok) return passOns;
    const parts = receiptsPassedOn(receipts.value, passOns.value, facts, settings);
    const counted = parts.filter((one) => one.isDue);
    const received = movedBy(receipts.value, facts.asOf);
    const passedOn = movedBy(passOns.value, facts.asOf);
    const notes: Bilingual[] = [];
    const lateStart = lateStartOf(facts, CLOCK, settings);
    if (lateStart) notes.push(lateStart);
    if (passedOn > received && received > 0) {
      const [a, b] = [printYuan(fen(passedOn)), printYuan(fen(received))];
      notes.push(
        bilingual(
          `拨付${a}元超过到位资金${b}元，请核实。`,
          `The ${a} yuan passed on exceed the ${b} yuan received: to be checked.`,
        ),
      );
    }
    return rateResult(
      definition,
      {
        numerator: received === 0 ? passedOn : counted.reduce((sum, one) => sum + one.inTime, 0),
        denominator: counted.reduce((sum, one) => sum + one.receipt.amount, 0),
        figures: {
          numerator: bilingual('拨付资金', 'the money passed on'),
          denominator: bilingual('到位资金', 'the money received'),
          pointer: '/movements',
        },
        lines: linesOf(parts, passOns.value),
        missing: [],
        due: received > 0 ? counted.length > 0 : facts.asOf > `${facts.year}-12-31`,
        notes,
        whenNone: bilingual(
          '本年度没有到位资金，不适用。',
          'No money was received this year: not applicable.',
        ),
      },
      settings,
    );
  },
};
