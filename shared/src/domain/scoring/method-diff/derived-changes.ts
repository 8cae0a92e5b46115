import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { compare, divide, multiply, printRounded, rational, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { marksText, percentOf } from './figures-in-words';
import { changedText } from './method-change';
import type { MethodChange } from './method-change';
import { calledIn } from './method-tree';
import type { MethodTree } from './method-tree';

const marksOf = (tree: MethodTree, id: string): Rational => tree.marks.get(id) ?? ZERO;

const shareOf = (tree: MethodTree, id: string): Rational =>
  tree.total.numerator === 0n ? ZERO : divide(marksOf(tree, id), tree.total);

/** Both shares in percent with two places; where they would look the same, exactly. */
function shareTexts(before: Rational, after: Rational): readonly [string, string] {
  const rounded = [before, after].map((share) => printRounded(multiply(share, rational(100)), 2));
  return rounded[0] === rounded[1] && compare(before, after) !== 0
    ? [percentOf(before), percentOf(after)]
    : [rounded[0] as string, rounded[1] as string];
}

const marksAndShare = (marks: Rational, share: string): Bilingual =>
  bilingual(`${marksText(marks).zh}（占${share}%）`, `${marksText(marks).en} (${share} %)`);

/** The marks of a parent and its share of all; of a share alone only where it is a dimension. */
function dimensionChanges(id: string, before: MethodTree, after: MethodTree): MethodChange[] {
  if (!before.parents.has(id) && !after.parents.has(id)) return [];
  const [old, now] = [marksOf(before, id), marksOf(after, id)];
  const shares = [shareOf(before, id), shareOf(after, id)] as const;
  const isDimension = after.byId.get(id)?.parent === undefined;
  if (compare(old, now) === 0 && (!isDimension || compare(...shares) === 0)) return [];
  const [was, is] = shareTexts(...shares);
  const name = calledIn(after, id);
  const what = bilingual(`${name.zh}的分值合计`, `the marks of ${name.en} in all`);
  return changedText(
    { kind: 'dimensionChanged', indicator: id, what },
    marksAndShare(old, was),
    marksAndShare(now, is),
  );
}

/** What follows from the changed marks: the sum of all, and marks and share of every parent that both versions have. */
export function derivedChanges(before: MethodTree, after: MethodTree): readonly MethodChange[] {
  const what = bilingual('全部指标的分值合计', 'the sum of all marks');
  return [
    ...changedText(
      { kind: 'totalMarksChanged', indicator: null, what },
      marksText(before.total),
      marksText(after.total),
    ),
    ...[...after.byId.keys()]
      .filter((id) => before.byId.has(id))
      .flatMap((id) => dimensionChanges(id, before, after)),
  ];
}
