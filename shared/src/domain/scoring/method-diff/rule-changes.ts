import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { Rule } from '../method';
import { changedText, NOT_FILLED_IN } from './method-change';
import type { ChangeSubject, MethodChange } from './method-change';
import { ruleInWords, ruleParameters } from './rule-parameters';
import type { RuleParameter } from './rule-parameters';

/** Where the rule stands: the id of its indicator and its name as the sentences print it. */
export interface RuleOwner {
  readonly indicator: string;
  /** 指标“在岗率” / "On-post rate". */
  readonly called: Bilingual;
}

const about = ({ indicator, called }: RuleOwner, what: Bilingual): ChangeSubject => ({
  kind: 'ruleParameterChanged',
  indicator,
  what: bilingual(`${called.zh}的${what.zh}`, `${called.en}: ${what.en}`),
});

function came(owner: RuleOwner, { entry, text }: RuleParameter): MethodChange[] {
  if (entry === undefined) return [];
  const { indicator, called } = owner;
  return [
    {
      kind: 'ruleParameterChanged',
      indicator,
      before: null,
      after: bilingual(`${entry.zh}：${text.zh}`, `${entry.en}: ${text.en}`),
      sentence: bilingual(
        `${called.zh}增加${entry.zh}（${text.zh}）。`,
        `${called.en} gains ${entry.en} (${text.en}).`,
      ),
    },
  ];
}

function went(owner: RuleOwner, { entry, text }: RuleParameter): MethodChange[] {
  if (entry === undefined) return [];
  const { indicator, called } = owner;
  return [
    {
      kind: 'ruleParameterChanged',
      indicator,
      before: bilingual(`${entry.zh}：${text.zh}`, `${entry.en}: ${text.en}`),
      after: null,
      sentence: bilingual(
        `${called.zh}删去${entry.zh}（原为${text.zh}）。`,
        `${called.en} loses ${entry.en} (it was ${text.en}).`,
      ),
    },
  ];
}

/** Entries that stand in both lists, in another order. They are named by their keys, which tell them apart. */
function reordered(
  owner: RuleOwner,
  before: readonly RuleParameter[],
  after: readonly RuleParameter[],
): MethodChange[] {
  const entriesIn = (list: readonly RuleParameter[], other: readonly RuleParameter[]): Bilingual => {
    const keys = list
      .filter((one) => one.entry !== undefined && other.some(({ key }) => key === one.key))
      .map((one) => one.key);
    return bilingual(keys.join('、'), keys.join(', '));
  };
  const what = bilingual('各档、各要素的顺序', 'the order of steps, bands or elements');
  return changedText(about(owner, what), entriesIn(before, after), entriesIn(after, before));
}

/**
 * What changed in a rule. Of the same kind: each figure by itself, steps (by where they begin), bands (by label) and elements
 * (by id) that came, went, changed or changed places. Of another kind: the whole rule in words, before and after.
 */
export function ruleChanges(
  owner: RuleOwner,
  before: Rule | undefined,
  after: Rule | undefined,
): readonly MethodChange[] {
  if (before === undefined || after === undefined || before.kind !== after.kind) {
    const { indicator, called } = owner;
    const what = bilingual(`${called.zh}的计分规则`, `the scoring rule of ${called.en}`);
    const words = [before, after].map((rule) => (rule ? ruleInWords(rule) : NOT_FILLED_IN));
    return changedText(
      { kind: 'ruleKindChanged', indicator, what },
      words[0] as Bilingual,
      words[1] as Bilingual,
    );
  }
  const [old, now] = [ruleParameters(before), ruleParameters(after)];
  const same = (one: RuleParameter, list: readonly RuleParameter[]): RuleParameter | undefined =>
    list.find(({ key }) => key === one.key);
  return [
    ...old.filter((one) => !same(one, now)).flatMap((one) => went(owner, one)),
    ...now.flatMap((one) => {
      const was = same(one, old);
      return was ? changedText(about(owner, one.what), was.text, one.text) : came(owner, one);
    }),
    ...reordered(owner, old, now),
  ];
}
