import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { refusal } from '../../refusal';
import type { Refusal } from '../../refusal';
import type { SheetAnswer, SheetItem } from '../sheet';

/** A version of a template that was published already. */
export interface EarlierVersion {
  readonly version: number;
  readonly items: readonly Pick<SheetItem, 'id' | 'answer'>[];
}

/** The kinds of answer as the pages call them. */
const ANSWER_WORDS: Readonly<Record<SheetAnswer, Bilingual>> = {
  conclusion: bilingual('结论', 'a conclusion'),
  count: bilingual('个数', 'a count'),
  money: bilingual('金额', 'money'),
  date: bilingual('日期', 'a day'),
  text: bilingual('文字', 'words'),
};

/** The latest version that asked an item, with the kind of answer that it took there. */
function lastAsked(
  id: string,
  versions: readonly EarlierVersion[],
): { readonly version: number; readonly answer: SheetAnswer } | null {
  const [latest] = versions
    .flatMap(({ version, items }) =>
      items.filter((one) => one.id === id).map(({ answer }) => ({ version, answer })),
    )
    .toSorted((one, other) => other.version - one.version);
  return latest ?? null;
}

/**
 * Why the items of a new version do not go on from the versions before it, with pointers into the items: an id that was
 * asked before keeps its kind of answer, because the history of its values and "last month’s value" go by the id. That
 * holds for an item that a version in between left out, too. A new meaning takes a new id.
 * Example: 安置帮教人数 was a count in version 1; in words it is refused at `/items/8/answer`.
 */
export function changedAnswerRefusals(
  items: readonly SheetItem[],
  earlier: readonly EarlierVersion[],
): readonly Refusal[] {
  return items.flatMap(({ id, name, answer }, index) => {
    const before = lastAsked(id, earlier);
    if (before === null || before.answer === answer) return [];
    const [was, now] = [ANSWER_WORDS[before.answer], ANSWER_WORDS[answer]];
    return [
      refusal(
        `/items/${index}/answer`,
        `“${name.zh}”（编号${id}）在第${before.version}版中填写的是${was.zh}，不能改为${now.zh}，否则以前月份的数据无法对照；请保持原填写方式，或者删去后以新的编号另加一项。`,
        `"${name.en}" (id ${id}) took ${was.en} in version ${before.version} and cannot take ${now.en}, its earlier months could not be compared; keep the kind of answer, or remove the item and add one with a new id.`,
      ),
    ];
  });
}
