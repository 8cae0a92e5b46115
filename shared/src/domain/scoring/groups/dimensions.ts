import type { Bilingual } from '../../bilingual';
import {
  parseDecimal,
  printExact,
  printRounded,
  printUnits,
  roundHalfUp,
  ZERO,
} from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { compileMethod, type CompiledMethod } from '../compile-method';
import { groupScores, type GroupScore } from './group-scores';
import { nameOf, type Method } from '../method';
import type { ScoreAnswer } from '../score';
import type { LeafScore } from '../score-leaf';

/** A root of the indicator tree (一级指标) with its marks and, of a score, what it came to. */
export interface Dimension {
  readonly id: string;
  readonly name: Bilingual;
  readonly marks: string;
  /** Null where a leaf below it is missing, and of a method without a score. */
  readonly score: string | null;
}

/**
 * The dimensions of a method, in input order; those of an answer with their scores. What is not applicable is left out of
 * both sides, or, where the method re-scales within the parent, made good within the dimension, which then stands out of
 * its full marks. A veto at the root is no dimension: it has no marks.
 * @throws RangeError when the method cannot be scored, or the answer is not of it.
 */
export function dimensionsOf(method: Method, answer?: ScoreAnswer): readonly Dimension[] {
  const compiled = compiledOf(method);
  const leaves = answer ? leafScores(compiled, answer) : null;
  const groups = leaves ? groupScores(compiled, leaves) : null;
  const roots = method.indicators.filter(({ parent, rule }) => parent === undefined && rule?.kind !== 'veto');
  return roots.map((root) => {
    const place = compiled.groupPlaces.get(root.id);
    const shown =
      place === undefined
        ? ofLeaf(compiled, root.id, leaves)
        : ofGroup(compiled.groups[place]?.marks ?? ZERO, groups?.[place]);
    const score = shown.units === null ? null : printUnits(shown.units, compiled.scoreDecimals);
    return { id: root.id, name: nameOf(root), marks: plainMarks(shown.marks), score };
  });
}

/** 满分 of the whole method, exactly: what a total is out of, also where leaves are not applicable and it is re-scaled. */
export const fullMarksOf = (method: Method): string => plainMarks(compiledOf(method).fullMarks);

/** Marks as a table prints them: whole, or with two decimals. */
export function plainMarks(marks: Rational): string {
  const exact = printExact(marks);
  return exact.includes('/') ? printRounded(marks, 2) : exact;
}

function compiledOf(method: Method): CompiledMethod {
  const compiled = compileMethod(method);
  if (!compiled.ok) throw new RangeError('The method cannot be scored.');
  return compiled.value;
}

interface Shown {
  readonly marks: Rational;
  readonly units: bigint | null;
}

function ofGroup(marks: Rational, group: GroupScore | undefined): Shown {
  if (!group) return { marks, units: null };
  if (group.state === 'missing') return { marks: group.applicable, units: null };
  return { marks: group.rescaled ? marks : group.applicable, units: group.score };
}

function ofLeaf(method: CompiledMethod, id: string, leaves: readonly LeafScore[] | null): Shown {
  const leaf = method.leafById.get(id);
  const score = leaf && leaves?.[leaf.place];
  const marks = leaf?.marks ?? ZERO;
  if (!score || score.state === 'missing') return { marks, units: null };
  return score.state === 'scored' ? { marks, units: score.finalScore } : { marks: ZERO, units: 0n };
}

/** The printed leaves as the units that they were printed from. */
function leafScores({ leaves, scoreDecimals }: CompiledMethod, answer: ScoreAnswer): readonly LeafScore[] {
  const given = new Map(answer.indicators.map((one) => [one.id, one]));
  return leaves.map(({ id }) => {
    const leaf = given.get(id);
    if (leaf?.state !== undefined) return { id, state: leaf.state };
    const printed = parseDecimal(leaf?.finalScore ?? '');
    if (!printed) throw new RangeError(`The answer has no score of ${id}.`);
    const units = roundHalfUp(printed, scoreDecimals);
    return { id, state: 'scored', ruleScore: units, finalScore: units, capTotal: null };
  });
}
