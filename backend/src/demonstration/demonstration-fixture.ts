import { fen } from '@yuheng/shared/domain/money/fen';
import type { DemonstrationCounty } from './demonstration-county';
import { generateDemonstration, type DemonstrationData } from './generate-demonstration';

/** The posts of the 2025 text in official order, for specs that need no database. */
const PUBLISHED_POSTS = {
  hongta: 25,
  jiangchuan: 15,
  chengjiang: 11,
  tonghai: 19,
  huaning: 13,
  yimen: 14,
  eshan: 15,
  xinping: 21,
  yuanjiang: 17,
} as const;

export const FIXTURE_COUNTIES: readonly DemonstrationCounty[] = Object.entries(PUBLISHED_POSTS).map(
  ([id, posts]) => ({ id, firstOffice: `first-office-of-${id}`, posts, amount: fen(posts * 1_200_000) }),
);

export const fixtureDemonstration = (): DemonstrationData =>
  generateDemonstration({ cityId: '530400', counties: FIXTURE_COUNTIES });
