import { bilingual, type Bilingual } from '../bilingual';
import type { CountyYearFacts } from '../metrics/facts';
import { parseDecimal, rational, ZERO, type Rational } from '../numbers/rational';
import { verifiedFloor as floorOf } from './evidence/verified-floor';
import type { AllocationInput, AllocationPolicy, AllocationPool } from './allocation';

const decimal = (text: string): Rational => parseDecimal(text) ?? ZERO;

/**
 * The careful default policy (rules.md section 8; every part of it is a setting): workload is last year's posts until
 * factor figures are loaded; a continuous, bounded coefficient without grade cliffs; one post a county a year at most.
 * Its stability gate (有把握才调整) is `CAREFUL_FIRMNESS`, beside the simulation.
 */
export const CAREFUL_POLICY: AllocationPolicy = {
  factors: [{ id: 'lastPosts', weight: rational(1), name: bilingual('现行名额', 'posts in force') }],
  performance: {
    mode: 'continuous',
    from: { score: decimal('60'), coefficient: decimal('0.90') },
    to: { score: decimal('100'), coefficient: decimal('1.10') },
  },
  maximumChange: { parts: 1n },
  method: 'hamilton',
};

/** The careful policy, a line each, as it is printed beside every figure that it gave. */
export const CAREFUL_POLICY_IN_WORDS: readonly Bilingual[] = [
  bilingual(
    '工作量：暂以现行名额代替（司法所数、监管对象数等因素数据尚未载入）',
    'Workload: the posts in force stand for it (factor figures are not loaded yet)',
  ),
  bilingual(
    '绩效系数：得分60分为0.90，100分为1.10，其间按直线计算，不按等级跳档',
    'Performance coefficient: 0.90 at 60 points, 1.10 at 100, a straight line between, no grade steps',
  ),
  bilingual('年度最大调整：每县（市、区）增减不超过1个名额', 'Maximum change: one post a county a year'),
  bilingual(
    '保底：不低于评价年度已审核月份的平均在岗人数（向上取整）',
    'Floor: the average on post over the approved months of the evaluated year, rounded up',
  ),
  bilingual(
    '取整：最大余数法；余数相同时，份额大者优先，仍相同的按编号先后',
    'Whole posts by largest remainder; ties: larger share, then smaller id',
  ),
];

/** What one county brings to the split. */
export interface CarefulUnit {
  readonly id: string;
  readonly lastPosts: number;
  /** Finalised total as printed, out of 100. */
  readonly score: string;
  /** Verified average on post, rounded up: see `verifiedFloor`. */
  readonly floor: number;
}

/**
 * Posts that people verifiably stand on: the average on post over the year's approved months, rounded up, never above
 * the approved posts. A year without an approved month gives all posts: what is not verified moves nobody.
 * Example: 14 in eleven months and 13 in one, of 15 posts: 167 ÷ 12 = 13.9… → 14.
 */
export const verifiedFloor = ({ posts, wageMonths }: CountyYearFacts): number =>
  floorOf(
    posts,
    wageMonths.map(({ personsOnPost, stage }) => ({ onPost: personsOnPost, onPostStage: stage })),
  );

/** Persons on post in the latest approved month: what 人员影响 is measured against. */
export function verifiedOnPost({ wageMonths }: CountyYearFacts): number {
  return wageMonths.filter((month) => month.stage === 'approved').at(-1)?.personsOnPost ?? 0;
}

/** The engine's input under the careful policy. A score that is no decimal is a broken precondition. */
export function carefulInput(pool: AllocationPool, units: readonly CarefulUnit[]): AllocationInput {
  return {
    pool,
    policy: CAREFUL_POLICY,
    units: units.map(({ id, lastPosts, score, floor }) => ({
      id,
      factors: { lastPosts: rational(lastPosts) },
      score: requiredDecimal(score),
      lastPart: BigInt(lastPosts),
      // Never above what the county has: a floor is no claim on a post that it does not hold.
      floor: BigInt(Math.min(floor, lastPosts)),
    })),
  };
}

function requiredDecimal(text: string): Rational {
  const read = parseDecimal(text);
  if (!read) throw new RangeError(`"${text}" is not a decimal score.`);
  return read;
}

/** 人员影响: by how many persons on post the parts fall short of those who stand there, county by county. */
export const personsReduced = (onPost: readonly number[], parts: readonly number[]): number =>
  onPost.reduce((sum, persons, index) => sum + Math.max(0, persons - (parts[index] ?? 0)), 0);

/**
 * The year whose money a finalised result can move (证据窗口): results of N finalised by 15 March N+1 move the April
 * issue of N+1, later ones that of N+2.
 */
export function yearMovedBy(evaluatedYear: number, finalisedOn: string): number {
  return finalisedOn <= `${evaluatedYear + 1}-03-15` ? evaluatedYear + 1 : evaluatedYear + 2;
}
