import type { ApportionmentProblem } from '../../apportionment/apportionment';
import { infeasibilitiesOf } from '../../apportionment/solve';
import { bilingual, type Bilingual } from '../../bilingual';
import { multiply, rational } from '../../numbers/rational';
import { refusal, type Refusal } from '../../refusal';
import { printNumber } from '../../scoring/numbers/numeral';
import { partsOf, type AllocationInput, type AllocationUnit } from '../allocation';
import { boundsOf } from '../bounds';
import { smallestMaximumChange } from '../refusals/smallest-maximum-change';
import { shareStages } from '../shares';
import { problemOf } from '../working';
import type { AllocationQuestion } from './allocation-input';
import { verifiedFloor } from './verified-floor';
import { monthsIn } from './window-figures';

/** A floor or cap that is stated for one county and binds: the only bounds that a policy can move one by one. */
interface StatedBound {
  /** Its place in `settings.bounds`. */
  readonly place: number;
  readonly posts: bigint;
  /** How far it can give way before the general rules bind instead. */
  readonly room: bigint;
}

/** Both ways in which bounds leave no split, in whole posts, kept ones included. */
interface Unmet {
  readonly key: 'floor' | 'cap';
  readonly sum: bigint;
  readonly total: bigint;
  readonly stated: readonly StatedBound[];
}

/** So many counties are named one by one; the others are counted. */
const MOST_NAMED = 12;

/**
 * Why the bounds of all counties together leave no split, in posts, with the smallest way out. One refusal says it as a
 * whole (/settings/bounds): what the bounds sum to, by how much that misses the posts in force, by how many posts the
 * stated floors or caps must give way and in how many counties at least, and where it helps, how far the maximum change
 * must widen. One more for each stated floor or cap that binds (/settings/bounds/i/floor), the ones that give way first,
 * with how far: no sentence names the county, it stands in the bound. Empty where there is a split.
 *
 * Only stated bounds can stand in the way, or caps where a county without any share takes nothing: verified floors, least
 * posts by the maximum change and kept posts are never above the posts in force, and their sum not above the posts.
 * Example: 100 and 52 stated of 150: two posts too many, the first comes down to 98.
 */
export function infeasibilityInPosts(question: AllocationQuestion): readonly Refusal[] {
  const { input } = question;
  const bounds = input.units.map((unit) => boundsOf(unit, input.policy));
  const problem = problemOf(input, shareStages(input).phasedIn, bounds);
  const [reason] = infeasibilitiesOf(problem, input.policy.method);
  const kept = input.units.reduce((sum, unit) => sum + (unit.kept ?? 0n), 0n);
  const total = partsOf(input.pool);
  switch (reason?.kind) {
    case undefined:
      return [];
    case 'floorsAboveTotal':
      return told({ key: 'floor', sum: reason.sum + kept, total, stated: statedFloors(question) }, input);
    case 'capsBelowTotal':
      return told(
        { key: 'cap', sum: reason.sum + kept, total, stated: statedCaps(question, problem) },
        input,
      );
    case 'firstPartsAboveTotal':
      return [
        refusal(
          '/settings/method',
          `该取整方法先给每个有份额的县（市、区）1 个名额，连同下限共需 ${reason.needed} 个，可分配的只有 ${problem.total} 个：请改用最大余数法`,
          `This method first gives each county with a share one post: with the bounds it needs ${reason.needed}, there are ${problem.total}: choose largest remainder`,
        ),
      ];
    case 'noWeight':
    case 'floorAboveCap':
      // Refused before: `sumErrors`, `boundContradictions`.
      throw new RangeError(`${reason.kind} is told elsewhere.`);
  }
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Stated floors that hold more posts than the verified floor, the maximum change and the kept posts would. */
function statedFloors({ input, settings, window, counties }: AllocationQuestion): readonly StatedBound[] {
  const { units, policy } = input;
  return settings.bounds.flatMap(({ county, floor }, place) => {
    const index = units.findIndex(({ id }) => id === county);
    const [unit, evidence] = [units[index], counties[index]?.evidence];
    if (floor === undefined || !unit || !evidence) return [];
    const verified =
      settings.floor === 'verifiedAverage'
        ? verifiedFloor(evidence.lastPosts, monthsIn(window, evidence))
        : 0;
    const kept = unit.kept ?? 0n;
    const without = larger(boundsOf({ ...unit, floor: BigInt(verified) }, policy).floor, kept);
    const room = larger(boundsOf(unit, policy).floor, kept) - without;
    return room > 0n ? [{ place, posts: BigInt(floor), room }] : [];
  });
}

/** Stated caps of counties with a share that leave fewer posts than the maximum change would. */
function statedCaps(
  { input, settings }: AllocationQuestion,
  { weights }: ApportionmentProblem,
): readonly StatedBound[] {
  const { units, policy, pool } = input;
  return settings.bounds.flatMap(({ county, cap }, place) => {
    const index = units.findIndex(({ id }) => id === county);
    const unit = units[index];
    if (cap === undefined || !unit || (weights[index] ?? 0n) === 0n) return [];
    const without = boundsOf(withoutCap(unit), policy).cap ?? partsOf(pool);
    const room = without - BigInt(cap);
    return room > 0n ? [{ place, posts: BigInt(cap), room }] : [];
  });
}

function withoutCap({ cap: _, ...unit }: AllocationUnit): AllocationUnit {
  return unit;
}

function told(unmet: Unmet, input: AllocationInput): readonly Refusal[] {
  const { key, sum, total, stated } = unmet;
  const missing = sum > total ? sum - total : total - sum;
  const moved = waysOut(stated, missing);
  const inOrder = [...stated].sort((a, b) => Number(moved.has(b.place)) - Number(moved.has(a.place)));
  const others = stated.length - MOST_NAMED;
  const [wrong, advice] = [whatIsWrong(unmet, missing), adviceOn(unmet, { missing, moved, input })];
  return [
    refusal('/settings/bounds', `${wrong.zh}。${advice.zh}`, `${wrong.en}. ${advice.en}`),
    ...inOrder.slice(0, MOST_NAMED).map((one) => lineOf(key, one, moved.get(one.place))),
    ...(others > 0 ? [uncounted(key, others)] : []),
  ];
}

/** By how much which bounds give way: the fewest that can, the largest room first; empty where all cannot do it. */
function waysOut(stated: readonly StatedBound[], missing: bigint): ReadonlyMap<number, bigint> {
  const moved = new Map<number, bigint>();
  let rest = missing;
  const largestFirst = [...stated].sort((a, b) => Number(b.room - a.room) || a.place - b.place);
  for (const { place, room } of largestFirst) {
    if (rest === 0n) break;
    const by = room < rest ? room : rest;
    moved.set(place, by);
    rest -= by;
  }
  return rest === 0n ? moved : new Map();
}

function whatIsWrong({ key, sum, total, stated }: Unmet, missing: bigint): Bilingual {
  const named = stated.reduce((all, { posts }) => all + posts, 0n);
  const ofStated =
    stated.length === 0
      ? bilingual('', '')
      : bilingual(
          `；其中单独规定${key === 'floor' ? '保底' : '封顶'}的 ${stated.length} 个县（市、区）合计 ${named} 个`,
          `; the ${key}s stated for ${counties(stated.length)} alone sum to ${named}`,
        );
  return key === 'floor'
    ? bilingual(
        `各县（市、区）的下限（保底、年度最大调整、不参加再分配的名额）合计 ${sum} 个名额，比可分配的 ${total} 个多 ${missing} 个${ofStated.zh}`,
        `The least posts of all counties (floors, maximum change, posts that stay) sum to ${sum}, ${missing} above the ${total} to be split${ofStated.en}`,
      )
    : bilingual(
        `各县（市、区）的上限（封顶、年度最大调整）合计 ${sum} 个名额，比可分配的 ${total} 个少 ${missing} 个，分不完${ofStated.zh}`,
        `The most posts of all counties (caps, maximum change) sum to ${sum}, ${missing} below the ${total} to be split${ofStated.en}`,
      );
}

const counties = (count: number): string => (count === 1 ? 'one county' : `${count} counties`);

function adviceOn(
  { key }: Unmet,
  {
    missing,
    moved,
    input,
  }: {
    readonly missing: bigint;
    readonly moved: ReadonlyMap<number, bigint>;
    readonly input: AllocationInput;
  },
): Bilingual {
  const widened = widenedWords(input);
  const [zhBound, zhMove, enMove] = key === 'floor' ? ['保底', '调低', 'lower'] : ['封顶', '调高', 'raise'];
  const ways: Bilingual[] = [];
  if (moved.size > 0) {
    ways.push(
      bilingual(
        `将单独规定的${zhBound}合计至少${zhMove} ${missing} 个，最少涉及 ${moved.size} 个县（市、区）`,
        `${enMove} stated ${key}s by ${missing} in all, in ${counties(moved.size)} at least`,
      ),
    );
  }
  if (widened) ways.push(widened);
  // Then caps of counties with a share cannot take all posts: those without one take none.
  if (ways.length === 0) {
    return bilingual(
      '份额为 0 的县（市、区）分不到名额，请核对其因素数据，或为其单独规定保底',
      'Counties without any share take no post: check their factor figures, or state floors for them',
    );
  }
  return bilingual(
    `请${ways.map(({ zh }) => zh).join('，或')}`,
    `You may ${ways.map(({ en }) => en).join(', or ')}`,
  );
}

function widenedWords(input: AllocationInput): Bilingual | null {
  const change = smallestMaximumChange(input);
  if (change === null) return null;
  return 'parts' in change
    ? bilingual(
        `将年度最大调整放宽到 ${change.parts} 个名额`,
        `widen the maximum change to ${change.parts} posts`,
      )
    : bilingual(
        `将年度最大调整放宽到 ${printNumber(multiply(change.ratio, rational(100)))}%`,
        `widen the maximum change to ${printNumber(multiply(change.ratio, rational(100)))} %`,
      );
}

function lineOf(key: Unmet['key'], { place, posts }: StatedBound, by: bigint | undefined): Refusal {
  const [zh, sign] = key === 'floor' ? ['保底', -1n] : ['封顶', 1n];
  const to = posts + sign * (by ?? 0n);
  return refusal(
    `/settings/bounds/${place}/${key}`,
    `单独规定的${zh} ${posts} 个名额${by === undefined ? '' : `，可调至 ${to} 个`}`,
    `the stated ${key} of ${posts} posts${by === undefined ? '' : ` can go to ${to}`}`,
  );
}

const uncounted = (key: Unmet['key'], others: number): Refusal =>
  refusal(
    '/settings/bounds',
    `另有 ${others} 个县（市、区）单独规定了${key === 'floor' ? '保底' : '封顶'}，没有一一列出`,
    `${counties(others)} more with a stated ${key}, not listed one by one`,
  );
