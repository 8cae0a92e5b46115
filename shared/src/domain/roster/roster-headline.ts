import { type Bilingual, bilingual } from '../bilingual';

/** How posts and persons stand on one day. */
export interface PostStanding {
  /** Null: no posts are recorded. */
  readonly posts: number | null;
  readonly onPost: number;
  /** 空岗. */
  readonly vacant: number;
  /** 超名额: persons on post beyond the approved posts, which the city pays nothing for. */
  readonly beyondPosts: number;
}

/** Posts against persons on post: neither `vacant` nor `beyondPosts` is negative, and one of them is 0. */
export function postStanding(posts: number | null, onPost: number): PostStanding {
  const balance = (posts ?? onPost) - onPost;
  return { posts, onPost, vacant: Math.max(0, balance), beyondPosts: Math.max(0, -balance) };
}

/**
 * The one sentence of a county's roster. Example: 15 posts, 14 persons: 核定名额 15 个，在岗 14 人，空岗 1 个。
 * More persons than posts are pointed out with what it means, and are no fault: a county may pay them itself.
 */
export function rosterHeadline({ posts, onPost, vacant, beyondPosts }: PostStanding): Bilingual {
  if (posts === null) {
    return bilingual(
      `在岗 ${onPost} 人；本年度没有核定名额的记录。`,
      `${onPost} on post; no approved posts are recorded for this year.`,
    );
  }
  const [zh, en] = [`核定名额 ${posts} 个，在岗 ${onPost} 人`, `${onPost} on post of ${posts} approved`];
  if (beyondPosts > 0) {
    return bilingual(
      `${zh}，超出名额 ${beyondPosts} 人；市级补助按名额计算，超出部分由县级承担，请核对在岗期间。`,
      `${en}, ${beyondPosts} more than the posts: the city pays by posts, the county bears the rest. Check the periods on post.`,
    );
  }
  return vacant > 0
    ? bilingual(`${zh}，空岗 ${vacant} 个。`, `${en}, ${vacant} vacant.`)
    : bilingual(`${zh}，没有空岗。`, `${en}, none vacant.`);
}
