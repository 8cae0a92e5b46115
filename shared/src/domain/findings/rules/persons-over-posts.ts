import { bilingual } from '../../bilingual';
import type { DoubtRule } from './doubt-rule';
import { reportedWages } from './reported-wages';

/** More persons on post than posts approved. */
export const personsOverPosts: DoubtRule = (of) => {
  const wages = reportedWages(of);
  const { posts } = of.facts;
  if (!wages || wages.personsOnPost <= posts) return null;
  return {
    id: 'doubt-personsOverPosts',
    item: 'staffOnPost',
    sentence: bilingual(
      `${wages.month} 月在岗 ${wages.personsOnPost} 人，核定名额 ${posts} 个；请核实后说明。`,
      `In ${wages.month} ${wages.personsOnPost} were on post, and ${posts} posts are approved: please verify and explain.`,
    ),
    records: [wages.record],
  };
};
