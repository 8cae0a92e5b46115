import type { PendingItem } from '../../identity/accounts/hand-over.entity';

export interface PendingCount {
  readonly kind: PendingItem['kind'];
  readonly count: number;
}

const KINDS = ['inspection', 'finding', 'assignment'] as const satisfies readonly PendingItem['kind'][];

/** One count a kind, always in the same order; a kind without any counts 0. */
export const countPending = (items: readonly PendingItem[]): PendingCount[] =>
  KINDS.map((kind) => ({ kind, count: items.filter((one) => one.kind === kind).length }));
