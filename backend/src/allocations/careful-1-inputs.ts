import type { CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';

/** Inputs as runs of the first release froze them: the policy by its name only. */
export interface Careful1Inputs {
  readonly policy: 'careful-1';
  readonly year: number;
  readonly fenPerPost: number;
  readonly publication: number;
  readonly units: readonly {
    readonly id: string;
    readonly lastPosts: number;
    readonly lastFen: number;
    readonly score: string;
    readonly floor: number;
    readonly onPost: number;
  }[];
}

/** What the name stood for. It never changes: runs that were stored under it are verified by it. */
const CAREFUL_1: CanonicalRecord = {
  factors: [{ id: 'lastPosts', weight: '1' }],
  performance: {
    mode: 'continuous',
    from: { score: '60', coefficient: '0.9' },
    to: { score: '100', coefficient: '1.1' },
  },
  maximumChange: { parts: '1' },
  method: 'hamilton',
};

export const isCareful1 = (inputs: Careful1Inputs | CanonicalRecord): inputs is Careful1Inputs =>
  inputs['policy' as keyof typeof inputs] === 'careful-1';

/** The same inputs written out, as later runs freeze them. */
export const careful1WrittenOut = ({
  year,
  fenPerPost,
  publication,
  units,
}: Careful1Inputs): CanonicalRecord => ({
  pool: {
    posts: String(units.reduce((sum, { lastPosts }) => sum + lastPosts, 0)),
    fenPerPost: String(fenPerPost),
  },
  units: units.map(({ id, lastPosts, score, floor }) => ({
    id,
    factors: { lastPosts: String(lastPosts) },
    score,
    lastPart: String(lastPosts),
    // A floor is no claim on a post that a county does not hold.
    floor: String(Math.min(floor, lastPosts)),
  })),
  policy: CAREFUL_1,
  basis: { year, publication, units: units.map(({ id, lastFen, onPost }) => ({ id, lastFen, onPost })) },
});
