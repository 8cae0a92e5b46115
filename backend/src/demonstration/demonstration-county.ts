import type { Fen } from '@yuheng/shared/domain/money/fen';

/** What the generator is told about a county: its place in the tree, and what the 2025 text published for it. */
export interface DemonstrationCounty {
  readonly id: string;
  /** Place id of its first justice office, where its demonstration office account stands. */
  readonly firstOffice: string;
  readonly posts: number;
  /** 协勤 money of one year: posts × 12,000 元. */
  readonly amount: Fen;
}

/** What every gathered row begins with. */
export interface CountyKey {
  readonly cityId: string;
  readonly county: DemonstrationCounty;
}
