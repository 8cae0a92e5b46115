import { type Bilingual, bilingual } from '../bilingual';

/** 在岗人月的计算口径: on which days of a month somebody has to be on post for the month to count. */
export const ON_POST_RULES = ['lastDay', 'anyDay'] as const;
export type OnPostRule = (typeof ON_POST_RULES)[number];

/**
 * A month's wage list is drawn up at its end, for those who are on post then: of two persons who follow each other on
 * one post within a month one counts, as the city pays one post once (1,000 元 a post and month).
 */
export const DEFAULT_ON_POST_RULE: OnPostRule = 'lastDay';

/** The rule as it stands beside every number that rests on it. */
export const ON_POST_RULE_WORDS: Readonly<Record<OnPostRule, Bilingual>> = {
  lastDay: bilingual(
    '当月最后一天在岗的，计一个在岗人月',
    'a month counts for whoever is on post on its last day',
  ),
  anyDay: bilingual(
    '当月在岗一天以上（含一天）的，计一个在岗人月',
    'a month counts for whoever is on post on at least one of its days',
  ),
};
