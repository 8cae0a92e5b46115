import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { EvaluatorRule, ProportionalRule, Rule } from '../method';
import { marksText, numeralText, quoted, ratioText } from './figures-in-words';

/** One figure or setting of a rule, in words. Two parameters with the same key are compared by their texts. */
export interface RuleParameter {
  readonly key: string;
  /** What it is: 目标值 / the target. */
  readonly what: Bilingual;
  readonly text: Bilingual;
  /** Of an entry in a list (step, band, element): how the entry is called when it comes, goes or changes its place. */
  readonly entry?: Bilingual;
  /** Says more about an entry that another parameter stands for, so it neither comes nor goes by itself. */
  readonly detail?: true;
}

const KINDS: Readonly<Record<Rule['kind'], Bilingual>> = {
  proportional: bilingual('按完成比例计分', 'in proportion to the target'),
  steps: bilingual('分档计分', 'in steps'),
  bands: bilingual('按评定档次计分', 'by bands'),
  elements: bilingual('要素计分', 'by elements'),
  yesNo: bilingual('是否条件计分', 'by a yes-no condition'),
  deduction: bilingual('扣分', 'by deduction'),
  evaluator: bilingual('评价人员打分', 'by the marks of evaluators'),
  veto: bilingual('负面清单', 'as a veto'),
};

const DIRECTIONS: Readonly<Record<ProportionalRule['direction'], Bilingual>> = {
  atLeast: bilingual('不低于目标值', 'at least the target'),
  atMost: bilingual('不高于目标值', 'at most the target'),
  exactly: bilingual('等于目标值', 'exactly the target'),
};

const AGGREGATES: Readonly<Record<EvaluatorRule['aggregate'], Bilingual>> = {
  mean: bilingual('取平均分', 'the mean'),
  median: bilingual('取中位数', 'the median'),
  trimmedMean: bilingual(
    '去掉一个最高分和一个最低分后取平均分',
    'the mean without one highest and one lowest mark',
  ),
};

const TARGET = bilingual('目标值', 'the target');

function proportionalParameters(rule: ProportionalRule): readonly RuleParameter[] {
  const target = rule.target === 'goal' ? null : numeralText(rule.target);
  const threshold = rule.overAchievement && numeralText(rule.overAchievement.threshold);
  return [
    {
      key: 'target',
      what: TARGET,
      text: target === null ? bilingual('下达的绩效目标', 'the issued goal') : bilingual(target, target),
    },
    { key: 'direction', what: bilingual('达标方向', 'the direction'), text: DIRECTIONS[rule.direction] },
    {
      key: 'threshold',
      what: bilingual('超额完成提示倍数', 'the multiple that reports over-achievement'),
      text:
        threshold === undefined
          ? bilingual('不提示', 'none')
          : bilingual(`${threshold}倍`, `${threshold} times`),
    },
  ];
}

/** An entry of a list whose one figure says all about it. */
const entry = (key: string, name: Bilingual, of: Bilingual, text: Bilingual): RuleParameter => ({
  key,
  what: bilingual(`${name.zh}的${of.zh}`, `${of.en} of ${name.en}`),
  text,
  entry: name,
});

/** Every figure and setting of a rule, in the order in which the rule states them; defaults are written out. */
export function ruleParameters(rule: Rule): readonly RuleParameter[] {
  switch (rule.kind) {
    case 'proportional':
      return proportionalParameters(rule);
    case 'steps':
      return rule.steps.map((step) => {
        const [from, ratio] = [numeralText(step.atLeast), ratioText(step.ratio)];
        const name = bilingual(`“达到${from}”一档`, `the step from ${from} on`);
        return entry(from, name, bilingual('得分比例', 'the ratio'), bilingual(ratio, ratio));
      });
    case 'bands':
      return rule.bands.map((band) => {
        const [from, to] = [ratioText(band.from), ratioText(band.to)];
        const name = bilingual(`“${band.label}”一档`, `the band "${band.label}"`);
        const text = bilingual(`${from}至${to}`, `${from} to ${to}`);
        return entry(band.label, name, bilingual('区间', 'the range'), text);
      });
    case 'elements':
      return rule.elements.flatMap((element) => {
        const called = quoted(element.name ?? element.id);
        const name = bilingual(`要素${called.zh}`, `the element ${called.en}`);
        return [
          entry(element.id, name, bilingual('分值', 'the marks'), marksText(element.marks)),
          {
            key: `name of ${element.id}`,
            what: bilingual(`要素“${element.id}”的名称`, `the name of the element "${element.id}"`),
            text: quoted(element.name),
            detail: true,
          } as const,
        ];
      });
    case 'deduction':
      return [
        {
          key: 'perOccurrence',
          what: bilingual('每次扣分', 'the deduction per occurrence'),
          text: marksText(rule.perOccurrence),
        },
        { key: 'floor', what: bilingual('最低得分', 'the floor'), text: marksText(rule.floor ?? 0) },
      ];
    case 'evaluator':
      return [
        { key: 'aggregate', what: bilingual('汇总办法', 'the aggregate'), text: AGGREGATES[rule.aggregate] },
      ];
    case 'veto':
      return [
        {
          key: 'capTotal',
          what: bilingual('总得分上限', 'the cap of the total'),
          text: marksText(rule.capTotal),
        },
      ];
    case 'yesNo':
      return [];
  }
}

/** A rule with all its figures. Example: 扣分（每次扣分1.25分，最低得分0分） / by deduction (…). */
export function ruleInWords(rule: Rule): Bilingual {
  const kind = KINDS[rule.kind];
  const parameters = ruleParameters(rule).filter((one) => one.detail === undefined);
  if (parameters.length === 0) return kind;
  const zh = parameters.map((one) => `${one.what.zh}${one.text.zh}`).join('，');
  const en = parameters.map((one) => `${one.what.en} ${one.text.en}`).join(', ');
  return bilingual(`${kind.zh}（${zh}）`, `${kind.en} (${en})`);
}
