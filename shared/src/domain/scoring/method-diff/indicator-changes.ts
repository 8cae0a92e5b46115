import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { Indicator, ResponsibleOffice } from '../method';
import { SOURCE_WORDS } from '../method-checks/check-sources';
import { marksText, quoted } from './figures-in-words';
import { changedText, NOT_FILLED_IN, sameText } from './method-change';
import type { MethodChange, MethodChangeKind } from './method-change';
import { calledIn } from './method-tree';
import type { MethodTree } from './method-tree';
import { ruleChanges } from './rule-changes';
import { ruleInWords } from './rule-parameters';

const OFFICE_WORDS: Readonly<Record<ResponsibleOffice, Bilingual>> = {
  city: bilingual('市级', 'the city'),
  countyFinance: bilingual('县级财政部门', 'county finance'),
  countyJustice: bilingual('县级司法局', 'the county justice bureau'),
  thirdParty: bilingual('第三方机构', 'a third party'),
};

const TOP_LEVEL = bilingual('（一级指标，无上级）', '(none, a dimension)');

/** 指标“在岗率” / "On-post rate". */
function called(tree: MethodTree, id: string): Bilingual {
  const name = calledIn(tree, id);
  return bilingual(`指标${name.zh}`, name.en);
}

function parentText(tree: MethodTree, parent: string | undefined): Bilingual {
  return parent === undefined ? TOP_LEVEL : calledIn(tree, parent);
}

/** Another parent; where both bear the same name their ids tell them apart. */
function parentTexts(before: MethodTree, after: MethodTree, id: string): readonly [Bilingual, Bilingual] {
  const [old, now] = [before.byId.get(id)?.parent, after.byId.get(id)?.parent];
  if (old === now) return [TOP_LEVEL, TOP_LEVEL];
  const texts = [parentText(before, old), parentText(after, now)] as const;
  return sameText(...texts) ? [quoted(old), quoted(now)] : texts;
}

const levelText = (tree: MethodTree, id: string): Bilingual =>
  tree.parents.has(id)
    ? bilingual('由下级指标合计', 'the sum of those below it')
    : bilingual('直接计分', 'scored itself');

/** An indicator in a few words: under which parent it stands, and how it is scored. */
function described(tree: MethodTree, indicator: Indicator): Bilingual {
  const under = parentText(tree, indicator.parent);
  const marks = marksText(indicator.marks ?? tree.marks.get(indicator.id));
  const place = bilingual(`上级指标${under.zh}，分值${marks.zh}`, `parent ${under.en}, marks ${marks.en}`);
  if (!indicator.rule) return place;
  const rule = ruleInWords(indicator.rule);
  return bilingual(`${place.zh}，${rule.zh}`, `${place.en}, scored ${rule.en}`);
}

/** Indicators of the later version that the earlier one does not know. */
export function addedIndicators(before: MethodTree, after: MethodTree): readonly MethodChange[] {
  return [...after.byId.values()].flatMap((indicator) => {
    if (before.byId.has(indicator.id)) return [];
    const [name, text] = [called(after, indicator.id), described(after, indicator)];
    const sentence = bilingual(`新增${name.zh}：${text.zh}。`, `${name.en} is added: ${text.en}.`);
    return [{ kind: 'indicatorAdded', indicator: indicator.id, before: null, after: text, sentence }];
  });
}

/** Indicators of the earlier version that the later one has no more. */
export function removedIndicators(before: MethodTree, after: MethodTree): readonly MethodChange[] {
  return [...before.byId.values()].flatMap((indicator) => {
    if (after.byId.has(indicator.id)) return [];
    const [name, text] = [called(before, indicator.id), described(before, indicator)];
    const sentence = bilingual(
      `删除${name.zh}（原为：${text.zh}）。`,
      `${name.en} is removed (it was: ${text.en}).`,
    );
    return [{ kind: 'indicatorRemoved', indicator: indicator.id, before: text, after: null, sentence }];
  });
}

/** Everything that changed in one indicator that both versions have. */
export function changesOfIndicator(
  id: string,
  before: MethodTree,
  after: MethodTree,
): readonly MethodChange[] {
  const [old, now] = [before.byId.get(id) as Indicator, after.byId.get(id) as Indicator];
  const name = called(after, id);
  const entry = (
    kind: MethodChangeKind,
    what: Bilingual,
    [was, is]: readonly [Bilingual, Bilingual],
  ): readonly MethodChange[] => {
    const subject = bilingual(`${name.zh}的${what.zh}`, `the ${what.en} of ${name.en}`);
    return changedText({ kind, indicator: id, what: subject }, was, is);
  };
  const isLeaf = !before.parents.has(id) && !after.parents.has(id);
  const levels = [levelText(before, id), levelText(after, id)] as const;
  const owner = { indicator: id, called: name };
  const sourceText = ({ source }: Indicator): Bilingual => (source ? SOURCE_WORDS[source] : NOT_FILLED_IN);
  const officeText = ({ responsible }: Indicator): Bilingual =>
    responsible ? OFFICE_WORDS[responsible] : NOT_FILLED_IN;
  return [
    ...changedText(
      { kind: 'nameChanged', indicator: id, what: bilingual('指标名称', 'the name of an indicator') },
      quoted(old.name ?? id),
      quoted(now.name ?? id),
    ),
    ...entry('parentChanged', bilingual('上级指标', 'parent'), parentTexts(before, after, id)),
    ...entry('levelChanged', bilingual('计分方式', 'way of scoring'), levels),
    ...(isLeaf
      ? entry('marksChanged', bilingual('分值', 'marks'), [marksText(old.marks), marksText(now.marks)])
      : []),
    ...(sameText(...levels) ? ruleChanges(owner, old.rule, now.rule) : []),
    ...entry('unitChanged', bilingual('计量单位', 'unit'), [quoted(old.unit), quoted(now.unit)]),
    ...entry('sourceChanged', bilingual('数据来源', 'source'), [sourceText(old), sourceText(now)]),
    ...entry('inspectionItemChanged', bilingual('督查项目', 'inspection item'), [
      quoted(old.inspectionItem),
      quoted(now.inspectionItem),
    ]),
    ...entry('responsibleChanged', bilingual('责任单位', 'responsible office'), [
      officeText(old),
      officeText(now),
    ]),
    ...entry('criteriaChanged', bilingual('评分标准', 'criteria'), [
      quoted(old.criteria),
      quoted(now.criteria),
    ]),
  ];
}
