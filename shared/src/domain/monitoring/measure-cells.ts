import { bilingual, type Bilingual } from '../bilingual';
import { METRICS } from '../metrics/catalogue';
import type { CountyYearFacts, ValueState } from '../metrics/facts';
import type { MetricResult } from '../metrics/metric';
import { printRounded, rational } from '../numbers/rational';
import { amountInWords } from '../money/print-money';
import { isoDate } from '../period/year-month';
import { lightOfValue, type Light, type TargetedRate } from './light';
import { dayInWords } from '../period/day-in-words';
import type { CountyStanding } from './county-standing';
import { DEFAULT_MONITORING_SETTINGS, type MonitoringSettings } from './monitoring-settings';
import { goalsInForce, targetOf, underTargetInWords, type Target } from './targets';

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

/** What a rate divides, in words. */
const SAY: Readonly<Record<TargetedRate, (part: number, whole: number) => Bilingual>> = {
  onPostRate: (part, whole) =>
    bilingual(`在岗 ${part} 人月，核定 ${whole} 人月`, `${part} of ${whole} person-months on post`),
  wageTimeliness: (part, whole) =>
    bilingual(`按时发放 ${part} 人次，应发 ${whole} 人次`, `${part} of ${whole} wages paid in time`),
  socialInsuranceCoverage: (part, whole) =>
    bilingual(`参保 ${part} 人月，在岗 ${whole} 人月`, `${part} of ${whole} person-months insured`),
  inspectionAverage: (part, whole) =>
    bilingual(`督查 ${whole} 项次，合格 ${part} 项次`, `${part} of ${whole} items checked passed`),
  rectificationTimeliness: (part, whole) =>
    bilingual(
      `到期问题 ${whole} 个，按期整改 ${part} 个`,
      `${part} of ${whole} findings due rectified in time`,
    ),
};

/**
 * The five figures of one county: 到位, 在岗, 工资, 督查, 整改, against the targets of the year so far. One under its
 * target says whose target that is. No grade, no rank.
 */
export const measureCells = (
  facts: CountyYearFacts,
  { chain }: CountyStanding,
  settings: MonitoringSettings = DEFAULT_MONITORING_SETTINGS,
): MeasureCells => ({
  receipt: receiptCell(facts, chain),
  onPost: rateCell(facts, 'onPostRate', settings),
  wages: rateCell(facts, 'wageTimeliness', settings),
  inspection: rateCell(facts, 'inspectionAverage', settings),
  rectification: rateCell(facts, 'rectificationTimeliness', settings),
});

/** The target of a rate of the year so far: the one in force on the day of the facts, or on the year's last day once it is over. */
export function targetToDate(
  rate: TargetedRate,
  { year, asOf }: Pick<CountyYearFacts, 'year' | 'asOf'>,
  { goals, light }: MonitoringSettings,
): Target {
  const yearEnd = isoDate(`${year}-12-31`);
  return targetOf(rate, goalsInForce(goals, asOf < yearEnd ? asOf : yearEnd, asOf), light);
}

/** A rate of the year so far against its target. */
export function rateCell(
  facts: CountyYearFacts,
  rate: TargetedRate,
  settings: MonitoringSettings,
): MeasureCell {
  const computed = METRICS[rate].compute(facts, settings.metrics);
  const say = SAY[rate];
  if (!computed.ok) {
    const said = computed.refusals[0]?.detail ?? bilingual('数据有矛盾', 'the facts contradict each other');
    return { ...NOTHING_DUE, state: 'missing', light: 'attention', text: said };
  }
  const { state, value, numerator, denominator, note } = computed.value;
  if (value === null || numerator === null || denominator === null) return withoutRate(computed.value);
  const target = targetToDate(rate, facts, settings);
  const light = lightOfValue(value, target.percent, settings.light);
  return {
    state,
    rate: printRounded(value, 2),
    part: numerator,
    whole: denominator,
    light,
    text: joined([
      say(numerator, denominator),
      ...(light === 'normal' ? [] : [underTargetInWords(target)]),
      ...(note ? [note] : []),
    ]),
  };
}

const joined = (parts: readonly Bilingual[]): Bilingual =>
  bilingual(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));

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
