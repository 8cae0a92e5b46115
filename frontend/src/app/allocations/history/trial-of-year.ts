import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import type { HistoryYear } from './history-rows';

export interface TrialRow {
  readonly id: string;
  readonly name: string;
  /** Null where the source of the year does not state posts. */
  readonly actual: number | null;
  readonly tried: number;
  readonly difference: number | null;
}

/** A policy tried on one year, or why it is not. */
export type TrialYear =
  | { readonly kind: 'none'; readonly year: number; readonly reasons: readonly Bilingual[] }
  | {
      readonly kind: 'tried';
      readonly year: number;
      /** The split before it, which the policy starts from. */
      readonly source: Bilingual;
      readonly headline: Bilingual;
      readonly rows: readonly TrialRow[];
      /** Posts that stand elsewhere than they really did: 1 from one county to another is 1; null without posts. */
      readonly moved: number | null;
    };

export const notTried = (year: number, ...reasons: readonly Bilingual[]): TrialYear => ({
  kind: 'none',
  year,
  reasons,
});

/** What the policy makes of a year's evidence beside what was really split; refusals are the domain's own words. */
export function trialOfYear(
  { year, counties: actual }: HistoryYear,
  { evidence, obstacle, counties }: AllocationQuestion,
  outcome: Outcome<AllocationProposal> | null,
): TrialYear {
  if (evidence === null || outcome === null) return notTried(year, ...(obstacle ? [obstacle] : []));
  if (!outcome.ok) return notTried(year, ...outcome.refusals.map(({ detail }) => detail));
  const { headline, counties: proposed } = outcome.value;
  const rows = proposed.map(({ county, part }): TrialRow => {
    const real = actual.find((one) => one.county === county)?.posts ?? null;
    return {
      id: county,
      name: counties.find(({ id }) => id === county)?.name ?? county,
      actual: real,
      tried: part,
      difference: real === null ? null : part - real,
    };
  });
  const more = rows.reduce((sum, { difference }) => sum + Math.max(0, difference ?? 0), 0);
  const fewer = rows.reduce((sum, { difference }) => sum + Math.max(0, -(difference ?? 0)), 0);
  const moved = rows.some(({ difference }) => difference === null) ? null : Math.max(more, fewer);
  return { kind: 'tried', year, source: evidence.lastSplit.source, headline, rows, moved };
}

/** A policy that can be tried, by the name under which the address keeps it. */
export interface TrialChoice<Settings> {
  readonly id: string;
  readonly settings: Settings;
}

/** '+1', '−1', '0': with the sign that a reader looks for, and a real minus; null is 「—」. */
export const printDifference = (difference: number | null): string =>
  difference === null ? '—' : difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0';

/** Years in the order of the page: the newest first. */
export const newestFirst = ({ years }: Pick<AllocationHistory, 'years'>): HistoryYear[] =>
  [...years].reverse();
