import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { NAMES } from '../given-question';
import type { HistoryYear } from './history-rows';

const COUNTIES = GIVEN_EVIDENCE.counties.map(({ county, lastPosts }) => [county, lastPosts] as const);

/** A year's split with the published posts, or with some changed. */
export const givenYear = (
  year: number,
  posts: Readonly<Record<string, number>> = {},
  more: Partial<HistoryYear> = {},
): HistoryYear => {
  const counties = COUNTIES.map(([county, usual]) => {
    const count = posts[county] ?? usual;
    return { county, posts: count, fen: count * 1_200_000 };
  });
  return {
    year,
    source: {
      kind: 'officialText',
      text: bilingual(`《${year}年文本》“六、资金安排情况”`, `Official text of ${year}, section 6`),
      sentences: [`${year}年安排：红塔区司法局300,000.00元。`],
      decision: null,
    },
    totalFen: counties.reduce((sum, { fen }) => sum + fen, 0),
    posts: counties.reduce((sum, one) => sum + one.posts, 0),
    counties,
    hasEvidence: false,
    lacking: bilingual(
      `${year - 1}年没有归集数据，不能试算${year}年的分配。`,
      `Nothing was gathered of ${year - 1}.`,
    ),
    ...more,
  };
};

/** What the server answers: a published year without evidence, and one with. */
export const givenHistory = (more: Partial<AllocationHistory> = {}): AllocationHistory => ({
  program: 'assistants',
  asOf: '2026-03-20',
  demonstration: true,
  counties: COUNTIES.map(([id]) => ({ id, name: NAMES[id] ?? id })),
  years: [givenYear(2022), givenYear(2025, {}, { hasEvidence: true, lacking: null })],
  differences: [],
  sentence: bilingual('2022年和2025年公布的分配逐个名额相同。', 'The published splits are the same.'),
  ...more,
});
