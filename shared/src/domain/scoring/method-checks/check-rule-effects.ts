import { compare, ONE, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type { BandsRule, DeductionRule, Method, Rule, StepsRule, VetoRule } from '../method';
import { printNumber, readNumeral } from '../numbers/numeral';
import type { Numeral } from '../numbers/numeral';
import { leavesOf } from './leaves-of';
import type { DraftLeaf } from './leaves-of';
import { warning } from './method-check';
import type { MethodFinding } from './method-check';
import { refusalsOfLeaf } from './refusals-of-leaf';
import { statedMarksOf } from './stated-marks';

/** A figure of a rule that has compiled, and so can be read. */
const read = (numeral: Numeral): Rational => readNumeral(numeral) ?? ZERO;

function fullMarksUnreachable({ name }: DraftLeaf, pointer: string, highest: Rational): MethodFinding {
  const ratio = printNumber(highest);
  return warning(
    'fullMarksUnreachable',
    pointer,
    `指标“${name.zh}”最高只能得到分值的${ratio}倍，得不到满分；请将最高一档的比例设为1，或者降低分值。`,
    `"${name.en}" can reach ${ratio} of its marks at most, never full marks; let the best one reach 1, or lower the marks.`,
  );
}

const highestOf = (ratios: readonly Rational[]): Rational =>
  ratios.reduce((highest, one) => (compare(one, highest) > 0 ? one : highest), ZERO);

/**
 * Ratios below the best band that belong to none: an evaluator could never give them. `from` is inclusive and `to` is not,
 * so [0, 0.6) and [0.8, 1] leave out [0.6, 0.8); a lowest band from 0.2 on leaves out [0, 0.2).
 */
function gapsOf({ name }: DraftLeaf, rule: BandsRule, pointer: string): MethodFinding[] {
  const ascending = rule.bands
    .map((band, index) => ({ label: band.label, from: read(band.from), to: read(band.to), index }))
    .sort((a, b) => compare(a.to, b.to) || compare(a.from, b.from));
  return ascending.flatMap(({ label, from, index }, place) => {
    const below = ascending[place - 1]?.to ?? ZERO;
    if (compare(below, from) >= 0) return [];
    const [low, high] = [printNumber(below), printNumber(from)];
    return [
      warning(
        'bandsLeaveGap',
        `${pointer}/${index}/from`,
        `指标“${name.zh}”的各档没有覆盖${low}（含）至${high}（不含）的比例，评价人员无法评出这样的比例；请调低“${label}”档的下限，或者增加一档。`,
        `The bands of "${name.en}" leave out the ratios from ${low} up to but not including ${high}, which no evaluator can give; lower the "from" of "${label}", or add a band.`,
      ),
    ];
  });
}

function checkBands(leaf: DraftLeaf, rule: BandsRule, pointer: string): MethodFinding[] {
  const at = `${pointer}/bands`;
  const highest = highestOf(rule.bands.map((band) => read(band.to)));
  const unreachable = compare(highest, ONE) === 0 ? [] : [fullMarksUnreachable(leaf, at, highest)];
  return [...gapsOf(leaf, rule, at), ...unreachable];
}

/**
 * A step that gives what its lower neighbour gives makes no difference. Ratios that only rise (more is better) or only fall
 * from 0 on (fewer is better) are sound; where they do both, a higher figure would score less than a lower one and more
 * than a still lower one. Below the lowest step the ratio is 0.
 */
function checkSteps(leaf: DraftLeaf, rule: StepsRule, pointer: string): MethodFinding[] {
  const ascending = rule.steps
    .map((step, index) => ({ atLeast: read(step.atLeast), ratio: read(step.ratio), index }))
    .sort((a, b) => compare(a.atLeast, b.atLeast));
  const { name } = leaf;
  const findings = ascending.flatMap((step, place) => {
    const below = ascending[place - 1];
    if (!below || compare(below.ratio, step.ratio) !== 0) return [];
    const [high, low] = [printNumber(step.atLeast), printNumber(below.atLeast)];
    return [
      warning(
        'stepWithoutDifference',
        `${pointer}/steps/${step.index}/ratio`,
        `指标“${name.zh}”达到${high}与达到${low}得分比例相同，两档没有区别；请合并或者调整。`,
        `Reaching ${high} gives "${name.en}" no more than reaching ${low}; merge the two steps or change one.`,
      ),
    ];
  });
  const lowest = ascending[0];
  const ratios = ascending.map((step) => step.ratio);
  if (lowest && compare(lowest.atLeast, ZERO) > 0) ratios.unshift(ZERO);
  const directions = new Set(
    ratios.slice(1).map((ratio, place) => compare(ratio, ratios[place] as Rational)),
  );
  if (directions.has(1) && directions.has(-1)) {
    findings.push(
      warning(
        'stepsRiseAndFall',
        `${pointer}/steps`,
        `指标“${name.zh}”各档的得分比例随数值升高有升有降（低于最低一档的不得分），请核对各档的界限和比例。`,
        `The ratios of "${name.en}" both rise and fall as the figure grows (below the lowest step it is 0); check the steps.`,
      ),
    );
  }
  const highest = highestOf(ratios);
  if (compare(highest, ONE) !== 0) findings.push(fullMarksUnreachable(leaf, `${pointer}/steps`, highest));
  return findings;
}

function checkDeduction(leaf: DraftLeaf, rule: DeductionRule, pointer: string): MethodFinding[] {
  const { marks, name } = leaf;
  const none = compare(read(rule.perOccurrence), ZERO) === 0;
  // At 0 marks that is what `noMarks` says.
  const held =
    marks !== null &&
    marks.numerator > 0n &&
    rule.floor !== undefined &&
    compare(read(rule.floor), marks) === 0;
  if (!none && !held) return [];
  return [
    warning(
      'deductionWithoutEffect',
      `${pointer}/${none ? 'perOccurrence' : 'floor'}`,
      none
        ? `指标“${name.zh}”每次扣0分，发生多少次都得满分，请给出每次扣分的分值。`
        : `指标“${name.zh}”的最低得分等于分值，发生多少次都得满分，请降低最低得分。`,
      none
        ? `"${name.en}" deducts 0 marks an occurrence and always keeps full marks; state what an occurrence costs.`
        : `The floor of "${name.en}" equals its marks, so it always keeps full marks; lower the floor.`,
    ),
  ];
}

function checkVeto(leaf: DraftLeaf, rule: VetoRule, method: Method, pointer: string): MethodFinding[] {
  const stated = statedMarksOf(method);
  if (stated === null || compare(read(rule.capTotal), stated) < 0) return [];
  const [cap, total] = [printNumber(read(rule.capTotal)), printNumber(stated)];
  return [
    warning(
      'vetoWithoutEffect',
      `${pointer}/capTotal`,
      `“${leaf.name.zh}”的总得分上限${cap}分不低于总分${total}分，发生后没有任何影响；请降低上限。`,
      `The cap ${cap} of "${leaf.name.en}" is not under the full ${total} marks, so it changes nothing; lower it.`,
    ),
  ];
}

function checkRule(leaf: DraftLeaf, rule: Rule, method: Method): readonly MethodFinding[] {
  const pointer = `${leaf.pointer}/rule`;
  if (refusalsOfLeaf(leaf, method).some((one) => one.pointer.startsWith(pointer))) return [];
  switch (rule.kind) {
    case 'bands':
      return checkBands(leaf, rule, pointer);
    case 'steps':
      return checkSteps(leaf, rule, pointer);
    case 'deduction':
      return checkDeduction(leaf, rule, pointer);
    case 'veto':
      return checkVeto(leaf, rule, method, pointer);
    case 'proportional':
    case 'elements':
    case 'yesNo':
    case 'evaluator':
      return [];
  }
}

/**
 * Rules that the engine takes and that will not do what an officer expects of them: bands or steps that never give full
 * marks, bands with a gap, steps without a difference or up and down, deductions that deduct nothing, a veto at or above full marks.
 * A rule that the engine refuses is left to that refusal.
 */
export const checkRuleEffects = (method: Method): readonly MethodFinding[] =>
  leavesOf(method).flatMap((leaf) =>
    leaf.indicator.rule ? checkRule(leaf, leaf.indicator.rule, method) : [],
  );
