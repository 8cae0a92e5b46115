import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { MetricDefinition } from '../../metrics/metric';
import type { IndicatorSource, Method, Rule } from '../method';
import { leavesOf } from './leaves-of';
import type { DraftLeaf } from './leaves-of';
import { error } from './method-check';
import type { MethodFinding } from './method-check';

type MetricUnit = MetricDefinition['unit'];

/** What lies outside a method and is known to the caller; what is not given is not checked. */
export interface KnownSources {
  /** The metrics that are computed from facts: the unit of each, by its code. */
  readonly metricUnits?: ReadonlyMap<string, MetricUnit>;
  /** Ids of the items of the inspection template. */
  readonly inspectionItems?: ReadonlySet<string>;
}

/** Where a figure comes from, in words. */
export const SOURCE_WORDS: Readonly<Record<IndicatorSource, Bilingual>> = {
  metric: bilingual('系统取数', 'computed from facts'),
  inspection: bilingual('督查结论', 'the inspections'),
  selfReport: bilingual('单位自报', 'the county’s own report'),
  evaluator: bilingual('评价人员', 'the evaluators'),
};

/**
 * A computed figure is a rate, a count or a yes-no condition, and a county states a figure: rules that need the judgement of
 * an evaluator cannot take them.
 */
const TAKES: Readonly<Record<Exclude<IndicatorSource, 'evaluator'>, readonly Rule['kind'][]>> = {
  metric: ['proportional', 'steps', 'deduction', 'yesNo'],
  inspection: ['proportional', 'steps', 'deduction', 'yesNo'],
  selfReport: ['proportional', 'steps'],
};

interface Figure {
  readonly words: Bilingual;
  readonly rules: Bilingual;
  readonly takes: readonly Rule['kind'][];
}

const RATE: Figure = {
  words: bilingual('比率或者人均数', 'a rate or an average'),
  rules: bilingual('比例或者分档规则', 'a proportional or steps rule'),
  takes: ['proportional', 'steps'],
};

/** What a metric in each unit is computed as, and the rules that read it. */
const FIGURES: Readonly<Record<MetricUnit, Figure>> = {
  percent: RATE,
  perPost: RATE,
  hoursPerPerson: RATE,
  occurrences: {
    words: bilingual('发生次数', 'a number of occurrences'),
    rules: bilingual('扣分规则', 'a deduction rule'),
    takes: ['deduction'],
  },
  yesNo: {
    words: bilingual('是否符合', 'met or not met'),
    rules: bilingual('是否规则', 'a yesNo rule'),
    takes: ['yesNo'],
  },
};

const fits = (source: IndicatorSource, rule: Rule): boolean =>
  source === 'evaluator' || TAKES[source].includes(rule.kind);

function checkFit({ indicator, name, pointer }: DraftLeaf): MethodFinding[] {
  const { rule, source } = indicator;
  if (rule === undefined || source === undefined || fits(source, rule)) return [];
  return [
    error(
      'sourceDoesNotFit',
      `${pointer}/source`,
      `指标“${name.zh}”的数据来源是${SOURCE_WORDS[source].zh}，不能用于这种计分规则；请改为评价人员评定，或者更换计分规则。`,
      `"${name.en}" comes from ${SOURCE_WORDS[source].en}, which this rule cannot be fed with; let evaluators judge it, or use another rule.`,
    ),
  ];
}

function checkMetric({ indicator, name, pointer }: DraftLeaf, known: KnownSources): MethodFinding[] {
  const { id, rule, source } = indicator;
  if (source !== 'metric' || known.metricUnits === undefined) return [];
  const unit = known.metricUnits.get(id);
  if (unit !== undefined) {
    const { words, rules, takes } = FIGURES[unit];
    // A rule that no metric can feed is what `sourceDoesNotFit` says.
    if (rule === undefined || !fits(source, rule) || takes.includes(rule.kind)) return [];
    return [
      error(
        'metricDoesNotFit',
        `${pointer}/rule/kind`,
        `指标“${name.zh}”的取数结果是${words.zh}，只能用${rules.zh}；请更换计分规则，或者改为其他数据来源。`,
        `"${name.en}" is computed as ${words.en}, which only ${rules.en} can take; use that, or choose another source.`,
      ),
    ];
  }
  return [
    error(
      'unknownMetric',
      `${pointer}/id`,
      `指标“${name.zh}”标为系统取数，但没有编号为“${id}”的取数口径；请核对编号，或者改为其他数据来源。`,
      `"${name.en}" is to be computed, but no metric has the code "${id}"; check the id or choose another source.`,
    ),
  ];
}

function checkItem({ indicator, name, pointer }: DraftLeaf, known: KnownSources): MethodFinding[] {
  if (indicator.source !== 'inspection') return [];
  const item = indicator.inspectionItem ?? '';
  if (item.trim() === '') {
    return [
      error(
        'absent',
        `${pointer}/inspectionItem`,
        `指标“${name.zh}”的数据来源是督查结论，但没有写明是哪一项督查，请选定督查表中的项目。`,
        `"${name.en}" comes from the inspections but names no item; choose one of the inspection template.`,
      ),
    ];
  }
  if (known.inspectionItems?.has(item) ?? true) return [];
  return [
    error(
      'unknownInspectionItem',
      `${pointer}/inspectionItem`,
      `督查表中没有编号为“${item}”的项目，指标“${name.zh}”无从取数，请核对。`,
      `The inspection template has no item "${item}" for "${name.en}" to be read from; check it.`,
    ),
  ];
}

/**
 * Whether each leaf can be fed from the source that it names: its rule fits the source and the unit of the metric, the metric
 * and the inspection item exist (as far as the caller says which exist), and an inspection names its item.
 */
export const checkSources = (method: Method, known: KnownSources): readonly MethodFinding[] =>
  leavesOf(method).flatMap((leaf) => [
    ...checkFit(leaf),
    ...checkMetric(leaf, known),
    ...checkItem(leaf, known),
  ]);
