import type { Refusal } from '../../refusal';
import { checkTree } from '../check-tree';
import { compileMethod } from '../compile-method';
import type { Method } from '../method';
import { leavesOf } from './leaves-of';
import { error } from './method-check';
import type { MethodFinding } from './method-check';
import { refusalsOfLeaf } from './refusals-of-leaf';

/** A tree that nothing is wrong with, to read the settings of a method by. */
const SOUND_TREE: Method['indicators'] = [{ id: 'any', marks: 1, rule: { kind: 'yesNo' } }];

/** An unsound tree is refused alone; settings and leaves are read without it, so that one check names all that is wrong. */
function refusalsOf(method: Method): readonly Refusal[] {
  const compiled = compileMethod(method);
  if (compiled.ok) return [];
  if (checkTree(method).length === 0) return compiled.refusals;
  const settings = compileMethod({ ...method, indicators: SOUND_TREE });
  return [
    ...compiled.refusals,
    ...(settings.ok ? [] : settings.refusals),
    ...leavesOf(method).flatMap((leaf) => refusalsOfLeaf(leaf, method)),
  ];
}

/**
 * What the engine would refuse to score, as errors: an unsound tree, marks and figures that are no decimals, rules that
 * contradict themselves. The engine speaks of "this entry", so the name of the leaf is put before its sentence.
 */
export function checkEngine(method: Method): readonly MethodFinding[] {
  const leaves = leavesOf(method);
  return refusalsOf(method).map(({ pointer, detail }) => {
    const leaf = leaves.find(
      (one) => pointer.startsWith(`${one.pointer}/marks`) || pointer.startsWith(`${one.pointer}/rule`),
    );
    return leaf
      ? error(
          'cannotScore',
          pointer,
          `指标“${leaf.name.zh}”：${detail.zh}`,
          `"${leaf.name.en}": ${detail.en}`,
        )
      : error('cannotScore', pointer, detail.zh, detail.en);
  });
}
