import { printNear } from '../../apportionment/explaining/print-short';
import { sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../../bilingual';
import type { Stage } from '../../metrics/facts';
import { ceilingOf, rational, type Rational } from '../../numbers/rational';

/** Persons on post in one month, and how far its sheet has come; null where it was not reported. */
export interface OnPostMonth {
  readonly onPost: number | null;
  readonly onPostStage: Stage;
}

function approvedOf(months: readonly OnPostMonth[]): readonly number[] {
  const approved: number[] = [];
  for (const { onPost, onPostStage } of months) {
    if (onPost !== null && onPostStage === 'approved') approved.push(onPost);
  }
  return approved;
}

/**
 * 保底: posts that people verifiably stand on. The average on post over the approved months of the window, rounded up,
 * never above the posts in force: a floor is no claim on a post that a county does not hold. Without an approved month it
 * is all posts in force: what is not verified moves nobody. Never the roster of one day.
 * Example: 14 in eleven months and 13 in one, of 15 posts: 167 ÷ 12 = 13.9… → 14.
 */
export const verifiedFloor = (lastPosts: number, months: readonly OnPostMonth[]): number =>
  floorOf(lastPosts, approvedOf(months));

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, onPost) => sum + onPost, 0);

const floorOf = (lastPosts: number, approved: readonly number[]): number =>
  approved.length === 0
    ? lastPosts
    : Math.min(lastPosts, Number(ceilingOf(rational(sumOf(approved), approved.length))));

/**
 * Persons on post in the latest approved month of the window, months in order: what 人员影响 is measured against.
 * Without an approved month all posts in force count as taken, so that no cut can pass as one of a vacant post.
 */
export const verifiedOnPost = (lastPosts: number, months: readonly OnPostMonth[]): number =>
  approvedOf(months).at(-1) ?? lastPosts;

/** What the approved months of a window say of one county, worked out together. */
export interface VerifiedPersons {
  readonly floor: number;
  readonly onPost: number;
  /** 0 means that the floor is all posts in force. */
  readonly approvedMonths: number;
  /** The lines of the sheet on which the floor is worked out. */
  readonly steps: readonly Step[];
}

/** `verifiedFloor` and `verifiedOnPost` of one county, with the months behind them and the lines that explain them. */
export function verifiedPersons(lastPosts: number, months: readonly OnPostMonth[]): VerifiedPersons {
  const approved = approvedOf(months);
  const floor = floorOf(lastPosts, approved);
  return {
    floor,
    onPost: approved.at(-1) ?? lastPosts,
    approvedMonths: approved.length,
    steps: floorSteps(lastPosts, approved, floor),
  };
}

/** The average, and then what is made of it: rounding is a line of its own, with its rule. */
function floorSteps(lastPosts: number, approved: readonly number[], floor: number): readonly Step[] {
  if (approved.length === 0) {
    return [
      sheetStep(
        bilingual(
          '核实在岗人数：证据窗口内没有已审核的月份，按现行名额保底',
          'verified persons on post: no month of the window is approved, so that all posts in force are the floor',
        ),
        '',
        `${floor}`,
      ),
    ];
  }
  const average = rational(sumOf(approved), approved.length);
  return [
    sheetStep(
      bilingual(
        `核实在岗人数：已审核的 ${approved.length} 个月平均`,
        `verified persons on post: mean of the ${approved.length} approved months`,
      ),
      `${sumOf(approved)} ÷ ${approved.length}`,
      printNear(average, 2),
    ),
    sheetStep(floorLabel(ceilingOf(average), average, lastPosts), '', `${floor}`),
  ];
}

function floorLabel(whole: bigint, average: Rational, lastPosts: number): Bilingual {
  const rounded =
    average.numerator % average.denominator === 0n
      ? bilingual('平均数为整数', 'the mean is whole')
      : bilingual(`平均数向上进位为 ${whole}`, `the mean rounded up to ${whole}`);
  return whole > BigInt(lastPosts)
    ? bilingual(
        `按核实人数的保底：${rounded.zh}，不超过现行 ${lastPosts} 个名额`,
        `floor by verified persons: ${rounded.en}, at most the ${lastPosts} posts in force`,
      )
    : bilingual(`按核实人数的保底：${rounded.zh}`, `floor by verified persons: ${rounded.en}`);
}
