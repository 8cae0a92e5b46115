import { bilingual, type Bilingual } from '../bilingual';
import { compare, multiply, ONE, printRounded, rational, subtract, type Rational } from '../numbers/rational';

/** What two counties have to have alike before their results are read side by side. */
export interface Conditions {
  readonly county: string;
  /** 名额, a whole number ≥ 0. */
  readonly posts: number;
  /** 监管对象 at the end of each month that was reported; empty where none was. */
  readonly supervisedByMonth: readonly number[];
}

/**
 * How far apart two figures may be and still count as alike: the larger is at most so many times the smaller. The default
 * is the program's own, stated wherever it is used; no text sets one.
 */
export const ALIKE_WITHIN: Rational = rational(5, 4);

/**
 * Supervised persons a post: the mean over the months reported, by the posts of the year, exactly. Null without posts or
 * without a month. Example: 96 and 104 on 10 posts are 10 a post.
 */
export function supervisedPerPost({ posts, supervisedByMonth }: Conditions): Rational | null {
  if (posts <= 0 || supervisedByMonth.length === 0) return null;
  const sum = supervisedByMonth.reduce((total, one) => total + one, 0);
  return rational(sum, supervisedByMonth.length * posts);
}

const within = (one: Rational, other: Rational, band: Rational): boolean =>
  compare(one, multiply(other, band)) <= 0 && compare(other, multiply(one, band)) <= 0;

/**
 * 条件相近: posts and supervised persons a post of both lie within the band of each other. The same in either direction;
 * a county whose figures are not known is like no other. A rule with a stated band, so that it may find none: the split's
 * explanation (allocation/explaining/alike-counties.ts) asks for the nearest few instead and always finds them.
 * Example: with 5/4, 15 posts are like 12 and not like 11.
 */
export function areAlike(one: Conditions, other: Conditions, band: Rational = ALIKE_WITHIN): boolean {
  const [mine, its] = [supervisedPerPost(one), supervisedPerPost(other)];
  if (mine === null || its === null) return false;
  return within(rational(one.posts), rational(other.posts), band) && within(mine, its, band);
}

/** The others in like conditions, in the order in which they come; never the county itself. */
export const alikeTo = <Other extends Conditions>(
  one: Conditions,
  others: readonly Other[],
  band: Rational = ALIKE_WITHIN,
): readonly Other[] => others.filter((other) => other.county !== one.county && areAlike(one, other, band));

/** The rule itself, as it stands beside every use of it. */
export const alikeRuleInWords = (band: Rational = ALIKE_WITHIN): Bilingual => {
  const percent = printRounded(multiply(subtract(band, ONE), rational(100)), 0);
  return bilingual(
    `条件相近：名额、每个名额的监管对象人数（已报各月平均）均相差不超过${percent}%（大数不超过小数的${printRounded(band, 2)}倍）`,
    `like conditions: posts, and supervised persons a post (mean of the months reported), each within ${percent}% (the larger at most ${printRounded(band, 2)} times the smaller)`,
  );
};

/** One of them with its figures: "新平县（名额21个，每个名额监管对象10.2人）". */
function conditionsInWords(name: string, one: Conditions): Bilingual {
  const supervised = supervisedPerPost(one);
  const each = supervised === null ? null : printRounded(supervised, 1);
  return bilingual(
    `${name}（名额${one.posts}个${each === null ? '，监管对象人数缺报' : `，每个名额监管对象${each}人`}）`,
    `${name} (${one.posts} posts${each === null ? ', supervised persons not reported' : `, ${each} supervised persons a post`})`,
  );
}

/**
 * Which counties are in like conditions, with the figures and the rule by which that was decided, or that none is.
 * Names as printed on the day.
 */
export function alikeInWords(
  own: Conditions & { readonly name: string },
  alike: readonly (Conditions & { readonly name: string })[],
  band: Rational = ALIKE_WITHIN,
): Bilingual {
  const rule = alikeRuleInWords(band);
  const itself = conditionsInWords(own.name, own);
  if (alike.length === 0) {
    return bilingual(
      `没有与${itself.zh}条件相近的县（市、区）。${rule.zh}。`,
      `No county is in conditions like those of ${itself.en}; ${rule.en}.`,
    );
  }
  const named = alike.map((one) => conditionsInWords(one.name, one));
  return bilingual(
    `与${itself.zh}条件相近的县（市、区）有${alike.length}个：${named.map(({ zh }) => zh).join('、')}。${rule.zh}。`,
    `${alike.length} ${alike.length === 1 ? 'county is' : 'counties are'} in conditions like those of ${itself.en}: ${named.map(({ en }) => en).join('; ')}; ${rule.en}.`,
  );
}

/** Before two counties are read side by side: whether they are in like conditions, with both their figures and the rule. */
export function likeOrNotInWords(
  one: Conditions & { readonly name: string },
  other: Conditions & { readonly name: string },
): Bilingual {
  const [a, b, rule] = [
    conditionsInWords(one.name, one),
    conditionsInWords(other.name, other),
    alikeRuleInWords(),
  ];
  return areAlike(one, other)
    ? bilingual(
        `${a.zh}与${b.zh}条件相近。${rule.zh}。`,
        `${a.en} and ${b.en} are in like conditions; ${rule.en}.`,
      )
    : bilingual(
        `${a.zh}与${b.zh}条件不相近，差异应结合条件看待。${rule.zh}。`,
        `${a.en} and ${b.en} are not in like conditions: read what sets them apart with that in mind; ${rule.en}.`,
      );
}
