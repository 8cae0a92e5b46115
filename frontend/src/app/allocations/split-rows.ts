import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type {
  AllocationProposal,
  ProposedCounty,
} from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';

/** A county as it stands in the split in force, and beside it what is proposed; null while nothing is. */
export interface SplitRow {
  readonly county: string;
  readonly name: string;
  /** Null: the official text gives money and no posts. */
  readonly lastPosts: number | null;
  readonly lastFen: number | null;
  readonly proposed: ProposedCounty | null;
}

/** All counties in official order, whether or not a split is proposed: the split in force always stands there. */
export function splitRows(
  { counties, lastSplit, evidence }: AllocationQuestion,
  proposal: AllocationProposal | null,
): readonly SplitRow[] {
  const last = new Map(lastSplit?.counties.map((one) => [one.county, one]));
  const known = new Map(evidence?.counties.map((one) => [one.county, one]));
  const proposed = new Map(proposal?.counties.map((one) => [one.county, one]));
  return counties.map(({ id, name }) => ({
    county: id,
    name,
    lastPosts: known.get(id)?.lastPosts ?? last.get(id)?.posts ?? null,
    lastFen: known.get(id)?.lastFen ?? last.get(id)?.fen ?? null,
    proposed: proposed.get(id) ?? null,
  }));
}
