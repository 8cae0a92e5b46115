import { bilingual, type Bilingual } from '../bilingual';
import { METRICS } from '../metrics/catalogue';
import type { CountyYearFacts, ValueState } from '../metrics/facts';
import { DEFAULT_METRIC_SETTINGS, type MetricCode, type MetricResult } from '../metrics/metric';
import { printRounded, rational } from '../numbers/rational';
import { amountInWords } from '../money/print-money';
import { lightOfValue, type Light } from './light';
import { dayInWords } from '../sentences/counties-in-words';
import type { CountyStanding } from './county-standing';
import { DEFAULT_MONITORING_SETTINGS } from './monitoring-settings';

/** One figure of a county in the table that leaders compare: its state, its rate, and the same in a sentence. */
export interface MeasureCell {
  readonly state: ValueState;
  /** Percent with two decimals; null where nothing is due, applicable or known. */
  readonly rate: string | null;
  readonly part: number | null;
  readonly whole: number | null;
  readonly light: Light;
  readonly text: Bilingual;
}

export interface MeasureCells {
  readonly receipt: MeasureCell;
  readonly onPost: MeasureCell;
  readonly wages: MeasureCell;
  readonly inspection: MeasureCell;
  readonly rectification: MeasureCell;
}

/** Where nothing was to be gathered: a program or year without facts. */
export const NOTHING_DUE: MeasureCell = {
  state: 'notDue',
  rate: null,
  part: null,
  whole: null,
  light: 'none',
  text: bilingual('未到期', 'not due'),
};

/** Targets in percent that count where none was issued to the county. */
const { targets } = DEFAULT_MONITORING_SETTINGS.light;
const ALL = rational(100);

const WORDS = {
  onPost: {
    metric: 'onPostRate',
    target: targets.onPostRate,
    say: (part: number, whole: number) =>
      bilingual(`在岗 ${part} 人月，核定 ${whole} 人月`, `${part} of ${whole} person-months on post`),
  },
  wages: {
    metric: 'wageTimeliness',
    target: targets.wageTimeliness,
    say: (part: number, whole: number) =>
      bilingual(`按时发放 ${part} 人次，应发 ${whole} 人次`, `${part} of ${whole} wages paid in time`),
  },
  inspection: {
    metric: 'inspectionAverage',
    target: targets.inspectionAverage,
    say: (part: number, whole: number) =>
      bilingual(`督查 ${whole} 项次，合格 ${part} 项次`, `${part} of ${whole} items checked passed`),
  },
  rectification: {
    metric: 'rectificationTimeliness',
    target: ALL,
    say: (part: number, whole: number) =>
      bilingual(
        `到期问题 ${whole} 个，按期整改 ${part} 个`,
        `${part} of ${whole} findings due rectified in time`,
      ),
  },
} as const satisfies Record<string, MeasureWords>;

interface MeasureWords {
  readonly metric: MetricCode;
  readonly target: typeof ALL;
  readonly say: (part: number, whole: number) => Bilingual;
}

/** The five figures of one county: 到位, 在岗, 工资, 督查, 整改, against the default targets. No grade, no rank. */
export const measureCells = (facts: CountyYearFacts, { chain }: CountyStanding): MeasureCells => ({
  receipt: receiptCell(facts, chain),
  onPost: rateCell(facts, WORDS.onPost),
  wages: rateCell(facts, WORDS.wages),
  inspection: rateCell(facts, WORDS.inspection),
  rectification: rateCell(facts, WORDS.rectification),
});

function rateCell(facts: CountyYearFacts, { metric, target, say }: MeasureWords): MeasureCell {
  const computed = METRICS[metric].compute(facts, DEFAULT_METRIC_SETTINGS);
  if (!computed.ok) {
    const said = computed.refusals[0]?.detail ?? bilingual('数据有矛盾', 'the facts contradict each other');
    return { ...NOTHING_DUE, state: 'missing', light: 'attention', text: said };
  }
  const { state, value, numerator, denominator, note } = computed.value;
  if (value === null || numerator === null || denominator === null) return withoutRate(computed.value);
  return {
    state,
    rate: printRounded(value, 2),
    part: numerator,
    whole: denominator,
    light: lightOfValue(value, target, DEFAULT_MONITORING_SETTINGS.light),
    text: note ? joined(say(numerator, denominator), note) : say(numerator, denominator),
  };
}

const joined = (a: Bilingual, b: Bilingual): Bilingual => bilingual(`${a.zh}；${b.zh}`, `${a.en}; ${b.en}`);

function withoutRate({ state, note }: MetricResult): MeasureCell {
  if (state === 'notApplicable')
    return { ...NOTHING_DUE, state, text: note ?? bilingual('不适用', 'not applicable') };
  if (state !== 'missing') return NOTHING_DUE;
  return { ...NOTHING_DUE, state, light: 'attention', text: note ?? bilingual('缺报', 'missing') };
}

/** 到位: received of what was budgeted. Before the issue nothing is late: counties advance wages (垫付), which is normal. */
function receiptCell(facts: CountyYearFacts, chain: CountyStanding['chain']): MeasureCell {
  const { received, issued } = chain;
  const whole = facts.adjustedBudget;
  if (received.amount === 0) {
    const text =
      issued.amount === 0
        ? bilingual('市级资金尚未下达', 'city money not issued yet')
        : bilingual('已下达，尚未到位', 'issued, not received yet');
    return { ...NOTHING_DUE, part: 0, whole, text };
  }
  const isFull = received.amount >= whole;
  const on = dayInWords(received.on ?? facts.asOf);
  return {
    state: 'reported',
    rate: whole > 0 ? printRounded(rational(BigInt(received.amount) * 100n, BigInt(whole)), 2) : null,
    part: received.amount,
    whole,
    light: isFull ? 'normal' : 'attention',
    text: bilingual(
      `${on.zh}到位 ${amountInWords(received.amount).zh}${isFull ? '' : `，应到位 ${amountInWords(whole).zh}`}`,
      `${amountInWords(received.amount).en} received on ${on.en}${isFull ? '' : `, of ${amountInWords(whole).en}`}`,
    ),
  };
}
