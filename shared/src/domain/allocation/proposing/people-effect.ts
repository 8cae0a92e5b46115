import { bilingual } from '../../bilingual';
import { dayInWords } from '../../period/day-in-words';
import { isoDate, type IsoDate } from '../../period/year-month';
import type { AllocationProposal } from './allocation-proposal';

/** One county's posts before and after, and who is on them. */
export interface PostsAndPersons {
  readonly lastPart: number;
  readonly part: number;
  readonly onPost: number;
}

/** Posts in force that nobody stands on. */
export const vacantPosts = ({ lastPart, onPost }: Omit<PostsAndPersons, 'part'>): number =>
  Math.max(0, lastPart - onPost);

/**
 * Persons on post whom a split leaves without one: a reduction takes the vacant posts first. Persons beyond the posts in
 * force are not this split's doing, so that a county that keeps its posts loses nobody.
 * Example: 15 posts, 14 on post, 13 posts proposed: one vacant post goes, and 1 person.
 */
export const personsReducedOf = ({ lastPart, part, onPost }: PostsAndPersons): number =>
  Math.max(0, Math.min(onPost, lastPart) - part);

/**
 * The day from which a cut counts: the first day of the first contract year that begins after 1 January of the money's
 * year. Contracts that run when the split is decided, in spring, are kept to their end. With contracts from January the
 * money of 2026 is cut on posts from 2027-01-01; with contracts from July, from 2026-07-01.
 */
export function cutTakesEffect(year: number, contractYearStart: number): IsoDate {
  const begins = contractYearStart === 1 ? year + 1 : year;
  return isoDate(`${begins}-${String(contractYearStart).padStart(2, '0')}-01`);
}

/**
 * 人员影响, stated by every proposal: persons on post who would lose theirs, county by county (one county's gain makes up
 * for nobody's loss in another), how many of the cut posts are vacant, and from when.
 */
export function peopleEffect(
  counties: readonly PostsAndPersons[],
  { year, contractYearStart }: { readonly year: number; readonly contractYearStart: number },
): AllocationProposal['peopleEffect'] {
  const cut = counties.reduce((sum, { lastPart, part }) => sum + Math.max(0, lastPart - part), 0);
  const personsReduced = counties.reduce((sum, one) => sum + personsReducedOf(one), 0);
  const zh = `人员影响：在岗人员减少 ${personsReduced} 人`;
  const en = `Effect on people: ${personsReduced} ${personsReduced === 1 ? 'person' : 'persons'} on post fewer`;
  if (cut === 0) return { personsReduced, text: bilingual(zh, en), cutTakesEffectOn: null };
  const day = cutTakesEffect(year, contractYearStart);
  const vacant = cut - personsReduced;
  return {
    personsReduced,
    text: bilingual(
      `${zh}（共核减 ${cut} 个名额，其中先用空缺名额 ${vacant} 个；核减自${dayInWords(day).zh}起的合同年度执行，优先自然减员）`,
      `${en} (posts cut: ${cut}, vacant ones first: ${vacant}; from the contract year that begins on ${dayInWords(day).en}, by natural attrition where possible)`,
    ),
    cutTakesEffectOn: day,
  };
}
