import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { filingDueOn } from '../../period/duty-clock';
import { addDays } from '../../period/year-month';
import type { IsoDate } from '../../period/year-month';
import { accepted, refused } from '../../refusal';
import { firstMovementOn, lateStartOf } from './earlier-link';
import type { CountyYearFacts, Filing } from '../facts';
import { registeredStates } from '../data-states';
import type { Metric, MetricDefinition, MetricLine, MetricSettings } from '../metric';
import { ledgerRefusals } from './money-in-order';
import { joinSentences } from '../rate';

const definition: MetricDefinition = {
  code: 'filingTimeliness',
  name: bilingual('备案及时性', 'Filing in time'),
  formula: bilingual(
    '到期备案中迟报、未报的项数（县级财政部门延误造成的不计入）',
    'filings late or missing once due (what county finance delayed is left out)',
  ),
  unit: 'occurrences',
  direction: 'atMost',
  counts: 'items',
  dataStates: registeredStates({
    late: bilingual(
      '迟报的，计一次；迟报系上一环节延误所致的，不计入',
      'a late filing is one occurrence, unless an earlier link caused it',
    ),
    notApplicable: bilingual(
      '全年没有到位资金的，不适用',
      'not applicable in a year in which no money was received',
    ),
    notDue: bilingual('备案到期日之前未到期', 'a filing counts from the day it is due'),
  }),
  minimumDenominator: 1,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual(
    '2022年项目文本：收到上级资金1个月内备案（2025年文本未重申）',
    '2022 program text: filed within one month of receipt (not repeated in 2025)',
  ),
};

const DOCUMENTS: Readonly<Record<Filing['document'], Bilingual>> = {
  implementationPlan: bilingual('实施方案', 'implementation plan'),
  transferDocument: bilingual('经费拨付文件', 'transfer document'),
};
const RECIPIENTS: Readonly<Record<Filing['recipient'], Bilingual>> = {
  cityJustice: bilingual('市司法局', 'city justice bureau'),
  cityFinance: bilingual('市财政局', 'city finance bureau'),
};

export const filingName = (filing: Filing): Bilingual => {
  const [document, recipient] = [DOCUMENTS[filing.document], RECIPIENTS[filing.recipient]];
  return bilingual(`${document.zh}（报${recipient.zh}）`, `${document.en} to the ${recipient.en}`);
};

/** The four filings of a year; one without a record stands as not filed. */
export function fourFilings(facts: CountyYearFacts, settings: MetricSettings): readonly Filing[] {
  const dueOn = filingDueOn(firstMovementOn(facts, 'receipt'), settings.clocks);
  return (['implementationPlan', 'transferDocument'] as const).flatMap((document) =>
    (['cityJustice', 'cityFinance'] as const).map(
      (recipient) =>
        facts.filings.find((one) => one.document === document && one.recipient === recipient) ?? {
          record: { kind: 'filing' as const, county: facts.county, id: `${document}-${recipient}` },
          document,
          recipient,
          dueOn,
          filedOn: null,
        },
    ),
  );
}

type FilingState = 'notDue' | 'inTime' | 'late' | 'missing';

export function filingState(filing: Filing, asOf: IsoDate): FilingState {
  const filedOn = filing.filedOn !== null && filing.filedOn <= asOf ? filing.filedOn : null;
  if (filing.dueOn === null) return filedOn === null ? 'notDue' : 'inTime';
  if (filedOn !== null) return filedOn > filing.dueOn ? 'late' : 'inTime';
  return filing.dueOn < asOf ? 'missing' : 'notDue';
}

const STATES: Readonly<Record<FilingState, Bilingual>> = {
  notDue: bilingual('未到期', 'not due'),
  inTime: bilingual('按时', 'in time'),
  late: bilingual('迟报', 'late'),
  missing: bilingual('未报', 'missing'),
};

/**
 * The transfer document is written when county finance passes the money on: where that had not happened by the filing's
 * day, the delay belongs to county finance and not to the county justice bureau, as long as the document follows the
 * money within the days that the settings give.
 */
function belongsToFinance(facts: CountyYearFacts, filing: Filing, settings: MetricSettings): boolean {
  if (filing.document !== 'transferDocument' || filing.dueOn === null) return false;
  if (firstMovementOn(facts, 'passOn', filing.dueOn) !== null) return false;
  const passedOn = firstMovementOn(facts, 'passOn');
  return (
    passedOn === null || (filing.filedOn ?? facts.asOf) <= addDays(passedOn, settings.daysToFileAfterPassOn)
  );
}

const CLOCK = bilingual('备案时限', 'filing');

/**
 * Filings late or missing of the four that each year's money asks for, each counted once. The clock starts at receipt, so
 * that a late issue moves it; that, and what county finance held up, is said. Nothing received: not due, and not
 * applicable once the year is over. Refused: more was reversed than had moved.
 * Example: received 2025-04-20, one of four filed on 2025-05-23 → 1 occurrence.
 */
export const filingTimeliness: Metric = {
  definition,
  compute: (facts, settings) => {
    const unknown = ledgerRefusals(facts, ['receipt', 'passOn']);
    if (unknown.length > 0) return refused(unknown);
    const filings = fourFilings(facts, settings);
    const states = filings.map((one) => filingState(one, facts.asOf));
    const due = states.filter((state) => state !== 'notDue').length;
    const base = { code: definition.code, value: null, numerator: null, denominator: due };
    const lines: MetricLine[] = filings.map((one, index) => {
      const state = STATES[states[index] ?? 'notDue'];
      const name = filingName(one);
      const when = `${one.filedOn ?? '—'} / ${one.dueOn ?? '—'}`;
      return {
        label: bilingual(`${name.zh}：${state.zh}（报送日/到期日）`, `${name.en}: ${state.en} (filed / due)`),
        amount: when,
        record: one.record,
      };
    });
    if (due === 0) {
      const over = facts.asOf > `${facts.year}-12-31` && firstMovementOn(facts, 'receipt') === null;
      const note = over
        ? bilingual(
            '本年度没有到位资金，无需备案。',
            'No money was received this year, so nothing was to be filed.',
          )
        : bilingual('备案尚未到期。', 'No filing is due yet.');
      return accepted({ ...base, state: over ? 'notApplicable' : 'notDue', lines, note });
    }
    const wrong = filings.filter((_, index) => states[index] === 'late' || states[index] === 'missing');
    const financeOwn = wrong.filter((one) => belongsToFinance(facts, one, settings));
    const occurrences = wrong.length - financeOwn.length;
    const lateStart = lateStartOf(facts, CLOCK, settings);
    const note = joinSentences([
      ...(lateStart ? [lateStart] : []),
      ...financeOwn.map((one) => {
        const name = filingName(one);
        return bilingual(
          `${name.zh}迟报系县级财政部门拨付较晚所致，不计入。`,
          `${name.en}: late because county finance passed the money on late; left out.`,
        );
      }),
    ]);
    return accepted({
      ...base,
      state: 'reported',
      occurrences,
      numerator: occurrences,
      lines,
      ...(note ? { note } : {}),
    });
  },
};
