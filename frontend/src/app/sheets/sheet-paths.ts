import type { Sheet } from '@yuheng/shared/contract/sheets';

/** Where the sheets of a kind stand in the web: their grid, and below it `/<county>/<month>`. */
export const PATHS: Readonly<Record<Sheet['kind'], string>> = {
  inspection: '/inspections',
  spending: '/funds/spending',
  workload: '/workload',
};
