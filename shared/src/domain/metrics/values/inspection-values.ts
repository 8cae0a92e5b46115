import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { NOTHING, step } from '../../scoring/explaining/explanation-step';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue, Rule } from '../../scoring/method';
import { printDigits } from '../../scoring/numbers/numeral';
import { dueInspections } from '../due';
import type { CountyYearFacts, Inspection, InspectionItemResult, RecordReference } from '../facts';
import { isHandedIn } from '../inspections/inspection-average';
import { MISSING } from './leaf-values';
import type { LeafValues } from './leaf-values';
import type { MetricSettings } from '../metric';
import { missingFigures, quotient } from '../rate';

type Conclusion = Exclude<InspectionItemResult['conclusion'], null>;

/** The conclusion of one item in one month that is due. */
interface ItemMonth {
  readonly sheet: Inspection;
  readonly conclusion: Conclusion;
  readonly carriedFrom: string | null;
}

const WORDS: Readonly<Record<Conclusion, Bilingual>> = {
  pass: bilingual('合格', 'passed'),
  fail: bilingual('不合格', 'failed'),
  notApplicable: bilingual('不适用', 'not applicable'),
};

/** The conclusions that count for an item: of sheets that are handed in and not sent back. */
function concludedMonths(present: readonly Inspection[], item: string): ItemMonth[] {
  return present.filter(isHandedIn).flatMap((sheet) => {
    const result = sheet.results.find((one) => one.item === item);
    return result && result.conclusion !== null
      ? [{ sheet, conclusion: result.conclusion, carriedFrom: result.carriedFrom }]
      : [];
  });
}

const monthStep = ({ sheet, conclusion, carriedFrom }: ItemMonth): ExplanationStep => {
  const { zh, en } = WORDS[conclusion];
  return step(
    bilingual(
      `${sheet.month} ${zh}${carriedFrom === null ? '' : `（沿用${carriedFrom}结论）`}`,
      `${sheet.month} ${en}${carriedFrom === null ? '' : ` (carried from ${carriedFrom})`}`,
    ),
    '',
    '',
    { records: [sheet.record] },
  );
};

interface Read {
  readonly value: IndicatorValue;
  readonly words: Bilingual;
  readonly expression: string;
  readonly result: string;
}

/** Passes ÷ applicable months in percent; conclusions that are carried count once a month, as in 督查合格率. */
function passRate(applicable: readonly ItemMonth[]): Read {
  const passed = applicable.filter((one) => one.conclusion === 'pass').length;
  const actual = quotient(passed, applicable.length, 100);
  return {
    value: { actual },
    words: bilingual(
      '督查该项合格月数÷适用月数（沿用的结论每月计一次）',
      'months in which the item passed ÷ months in which it applied (carried conclusions once a month)',
    ),
    expression: `${passed} ÷ ${applicable.length} × 100`,
    result: printDigits(actual),
  };
}

function neverFailed(applicable: readonly ItemMonth[]): Read {
  const met = applicable.every((one) => one.conclusion === 'pass');
  return {
    value: { met },
    words: met
      ? bilingual('督查该项均未判定不合格。结果：是', 'the item failed in no inspection: yes')
      : bilingual('督查该项均未判定不合格。结果：否', 'the item failed in no inspection: no'),
    expression: '',
    result: '',
  };
}

/** A fail that is carried was counted in the month in which it was concluded: one fault is not deducted for twice. */
function timesFailed(applicable: readonly ItemMonth[]): Read {
  const occurrences = applicable.filter(
    (one) => one.conclusion === 'fail' && one.carriedFrom === null,
  ).length;
  return {
    value: { occurrences },
    words: bilingual(
      '督查该项判定不合格的次数（沿用的结论不重复计次）',
      'times the item was concluded as failed (a carried conclusion is not counted again)',
    ),
    expression: '',
    result: String(occurrences),
  };
}

const READERS: Readonly<Partial<Record<Rule['kind'], (applicable: readonly ItemMonth[]) => Read>>> = {
  proportional: passRate,
  steps: passRate,
  yesNo: neverFailed,
  deduction: timesFailed,
};

function ruleRefused(leaf: Indicator, at: string): Refusal {
  return refusal(
    `${at}/rule/kind`,
    `取自督查结论的指标“${leaf.id}”只能用比例、分档、是否或者扣分规则，请改用其中一种，或者改为由评价人员打分。`,
    `The indicator "${leaf.id}" is read from inspections: it takes a proportional, steps, yesNo or deduction rule; use one of these, or let evaluators mark it.`,
  );
}

function itemRefused(leaf: Indicator, at: string): Refusal {
  const item = leaf.inspectionItem;
  return item === undefined
    ? refusal(
        `${at}/inspectionItem`,
        `指标“${leaf.id}”取自督查结论，但没有写明是督查表的哪一项，请补充。`,
        `The indicator "${leaf.id}" is read from inspections but names no item of the sheet; add it.`,
      )
    : refusal(
        `${at}/inspectionItem`,
        `本年度督查表中没有“${item}”这一项，请核对编号。`,
        `No inspection sheet of the year has an item "${item}"; check the id.`,
      );
}

/** A value that is not there yet, or not to be scored, with its reason. */
function without(value: IndicatorValue, reason: Bilingual, months: readonly ItemMonth[]): LeafValues {
  return {
    value,
    source: {
      records: months.map((one) => one.sheet.record),
      steps: [step(reason, '', NOTHING, { children: months.map(monthStep) })],
    },
  };
}

/**
 * The value of a leaf with the source `inspection`: the conclusions of its `inspectionItem` over the months due, read by
 * the leaf's rule: proportional and steps take the percent of applicable months in which it passed, yesNo whether it never
 * failed, deduction how often it was concluded as failed. Not applicable is left out; all not applicable is not
 * applicable; a month that is due and absent, sent back or without this conclusion is missing, and named.
 * Refused: any other rule kind, no item, an item that none of the year's sheets has. `at` is the leaf's pointer.
 * Example: 10 passes, 1 fail, 1 not applicable is 1000/11 percent, not met, 1 occurrence.
 */
export function inspectionValues(
  leaf: Indicator,
  at: string,
  facts: CountyYearFacts,
  settings: MetricSettings,
): Outcome<LeafValues> {
  const read = leaf.rule && READERS[leaf.rule.kind];
  const item = leaf.inspectionItem;
  if (!read || item === undefined) {
    return refused([
      ...(read ? [] : [ruleRefused(leaf, at)]),
      ...(item === undefined ? [itemRefused(leaf, at)] : []),
    ]);
  }
  const { present, missing } = dueInspections(facts, settings.clocks);
  const filled = facts.inspections.filter((one) => one.results.length > 0);
  if (filled.length > 0 && filled.every((one) => one.results.every((each) => each.item !== item))) {
    return refused([itemRefused(leaf, at)]);
  }
  const months = concludedMonths(present, item);
  const absent = present.filter((one) => months.every(({ sheet }) => sheet !== one)).map((one) => one.month);
  const open = [...missing, ...absent].sort();
  if (open.length > 0) return accepted(without(MISSING, missingFigures(open), months));
  if (months.length === 0)
    return accepted(without(MISSING, bilingual('尚未到期。', 'Nothing is due yet.'), months));
  const applicable = months.filter((one) => one.conclusion !== 'notApplicable');
  if (applicable.length === 0) {
    const reason = bilingual('各月该项均不适用。', 'The item was not applicable in every month.');
    return accepted(without({ state: 'notApplicable', reason: reason.zh }, reason, months));
  }
  const { value, words, expression, result } = read(applicable);
  const records: RecordReference[] = months.map((one) => one.sheet.record);
  return accepted({
    value,
    source: { records, steps: [step(words, expression, result, { children: months.map(monthStep) })] },
  });
}
