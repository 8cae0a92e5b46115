import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { inBothLanguages, nameOf } from '../method';
import type { Indicator, Method, ScoringElement } from '../method';
import { leavesOf, pointerOf } from './leaves-of';
import type { DraftLeaf } from './leaves-of';
import { error } from './method-check';
import type { MethodFinding } from './method-check';

type Text = string | Bilingual | undefined;

const WORDS = {
  marks: bilingual('分值', 'marks'),
  name: bilingual('指标名称', 'a name'),
  rule: bilingual('计分规则', 'a scoring rule'),
  source: bilingual('数据来源', 'a source'),
  responsible: bilingual('责任单位', 'a responsible office'),
  criteria: bilingual('评分标准', 'criteria'),
  unit: bilingual('计量单位', 'a unit'),
} as const;

/** A text counts as absent while either language of it is blank. */
function isBlank(text: Text): boolean {
  const { zh, en } = inBothLanguages(text ?? '');
  return zh.trim() === '' || en.trim() === '';
}

function absent(indicator: Indicator, pointer: string, key: keyof typeof WORDS): MethodFinding {
  const [name, what] = [nameOf(indicator), WORDS[key]];
  return error(
    'absent',
    `${pointer}/${key}`,
    `指标“${name.zh}”缺少${what.zh}，发布前请补充。`,
    `"${name.en}" lacks ${what.en}; add it before publication.`,
  );
}

/** What stands with neither marks nor rule is most often a heading that nothing was put under. */
function emptyHeading({ name, pointer }: DraftLeaf): MethodFinding {
  return error(
    'absent',
    pointer,
    `“${name.zh}”之下没有指标，自身也没有分值和计分规则；请在其下设指标，或者补充分值和计分规则。`,
    `"${name.en}" has nothing below it and no marks or rule of its own; put indicators below it, or give it both.`,
  );
}

function missingOfElement(leaf: DraftLeaf, element: ScoringElement, index: number): MethodFinding[] {
  if (!isBlank(element.name)) return [];
  return [
    error(
      'absent',
      `${leaf.pointer}/rule/elements/${index}/name`,
      `指标“${leaf.name.zh}”的要素“${element.id}”缺少名称，发布前请补充。`,
      `The element "${element.id}" of "${leaf.name.en}" lacks a name; add it before publication.`,
    ),
  ];
}

function missingOfLeaf(leaf: DraftLeaf): readonly MethodFinding[] {
  const { indicator, pointer } = leaf;
  const { rule } = indicator;
  if (rule === undefined && indicator.marks === undefined) return [emptyHeading(leaf)];
  const findings = (['marks', 'rule', 'source', 'responsible'] as const)
    .filter((key) => indicator[key] === undefined)
    .map((key) => absent(indicator, pointer, key));
  if (isBlank(indicator.criteria)) findings.push(absent(indicator, pointer, 'criteria'));
  const needsUnit = rule?.kind === 'proportional' || rule?.kind === 'steps';
  if (needsUnit && isBlank(indicator.unit)) findings.push(absent(indicator, pointer, 'unit'));
  if (rule?.kind === 'elements') {
    findings.push(...rule.elements.flatMap((one, index) => missingOfElement(leaf, one, index)));
  }
  return findings;
}

/**
 * What a method may lack while it is drafted and must carry when it is published, each at where it would stand: the name of
 * every indicator and element; of every leaf marks, rule, source, responsible office and criteria; a unit where the rule
 * compares a figure (proportional, steps).
 */
export function checkRequiredEntries(method: Method): readonly MethodFinding[] {
  return [
    ...method.indicators.flatMap((one, index) =>
      isBlank(one.name) ? [absent(one, pointerOf(index), 'name')] : [],
    ),
    ...leavesOf(method).flatMap(missingOfLeaf),
  ];
}
