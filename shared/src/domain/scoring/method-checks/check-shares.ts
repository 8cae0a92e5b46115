import { add, compare, divide, multiply, rational, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { checkTree } from '../check-tree';
import type { Method } from '../method';
import { printDigits, printNumber } from '../numbers/numeral';
import { leavesOf } from './leaves-of';
import type { DraftLeaf } from './leaves-of';
import { warning } from './method-check';
import type { MethodFinding } from './method-check';

/**
 * The ids by which a dimension (一级指标) is recognised: 决策 过程 产出 效益 of the framework, and 满意度 成本 预算执行率, which
 * stand as dimensions of their own in the self-evaluation layouts. A name may be worded freely, an id may not.
 */
const DIMENSION_IDS: readonly string[] = [
  'decision',
  'process',
  'output',
  'benefit',
  'satisfaction',
  'cost',
  'execution',
];

/** 产出 and 效益. 满意度 counts where it stands below 效益, as in the framework, and not as a dimension of its own. */
const RESULTS: readonly string[] = ['output', 'benefit'];
/** rules.md section 4: 产出+效益 should weigh at least 60 percent. */
const LEAST_RESULTS = rational(60, 100);
const HALF = rational(1, 2);

const sumOf = (leaves: readonly DraftLeaf[]): Rational =>
  leaves.reduce((sum, leaf) => add(sum, leaf.marks ?? ZERO), ZERO);

/** A share in percent; cut, never rounded up to a limit that it does not reach. */
const percent = (share: Rational): string => printDigits(multiply(share, rational(100)));

/** The id of the top-level indicator above (or of) this one. The tree is known to be sound. */
function dimensionOf(leaf: DraftLeaf, parentOf: ReadonlyMap<string, string | undefined>): string {
  let at = leaf.indicator.id;
  for (let up = parentOf.get(at); up !== undefined; up = parentOf.get(at)) at = up;
  return at;
}

function checkResults(method: Method, leaves: readonly DraftLeaf[], full: Rational): MethodFinding[] {
  const parentOf = new Map(method.indicators.map((one) => [one.id, one.parent]));
  const top = method.indicators.filter((one) => one.parent === undefined);
  if (!top.some((one) => DIMENSION_IDS.includes(one.id))) {
    return [
      warning(
        'resultsShareUnknown',
        '/method/indicators',
        '无法识别一级指标中的产出、效益，未能核对两者权重是否达到60%；请将产出、效益的编号分别写为output、benefit，或者自行核对。',
        'Output and benefit cannot be recognised among the dimensions, so their share of 60 % is not checked; give them the ids "output" and "benefit", or check it yourself.',
      ),
    ];
  }
  const marks = sumOf(leaves.filter((leaf) => RESULTS.includes(dimensionOf(leaf, parentOf))));
  const share = divide(marks, full);
  if (compare(share, LEAST_RESULTS) >= 0) return [];
  return [
    warning(
      'resultsUnderSixty',
      '/method/indicators',
      `产出、效益指标合计${printNumber(marks)}分，占${percent(share)}%，低于60%；请核实是否需要提高权重。`,
      `Output and benefit together have ${printNumber(marks)} marks, ${percent(share)} %, under 60 %; consider giving them more weight.`,
    ),
  ];
}

function checkAllocation(leaves: readonly DraftLeaf[], full: Rational): MethodFinding[] {
  // While a leaf names nobody its own finding says so, and a share would mislead.
  if (leaves.some((leaf) => leaf.indicator.responsible === undefined)) return [];
  const marks = sumOf(leaves.filter((leaf) => leaf.indicator.responsible === 'countyJustice'));
  const share = divide(marks, full);
  if (compare(share, HALF) >= 0) return [];
  return [
    warning(
      'allocationShareUnderHalf',
      '/method/indicators',
      `由县级司法局负责的指标合计${printNumber(marks)}分，占${percent(share)}%，不足一半；只有这些指标计入资金分配测算，请核实责任单位和分值。`,
      `The indicators that county justice bureaus answer for have ${printNumber(marks)} marks, ${percent(share)} %, under half; only they enter the allocation. Check who is responsible, and the marks.`,
    ),
  ];
}

/**
 * What the marks are given for: 产出+效益 at least 60 percent of them (known by the ids of the dimensions), and at least half
 * on what county justice bureaus control, because only that enters the allocation. Told once the tree is sound and all
 * marks can be read.
 */
export function checkShares(method: Method): readonly MethodFinding[] {
  const leaves = leavesOf(method);
  const full = sumOf(leaves);
  if (leaves.some((leaf) => leaf.marks === null) || full.numerator <= 0n) return [];
  if (checkTree(method).length > 0) return [];
  return [...checkResults(method, leaves, full), ...checkAllocation(leaves, full)];
}
