/**
 * How often the long tests do what they do: small in `npm test`, which must stay short, full in `npm run soak`, which
 * sets YUHENG_SOAK=1. A test asks `runs('kills')` and never names a number of its own.
 */
const COUNTS = {
  /** Times as many cases for every property of fast-check: soak-properties.ts multiplies its `numRuns`. */
  propertyFactor: { test: 1, soak: 20 },
  /** Rounds of kill -9 on PostgreSQL while rows are written. */
  kills: { test: 10, soak: 100 },
  /** Random cases on which the second implementation of the engine must agree, for each of its commands. */
  agreementCases: { test: 1_000, soak: 1_000_000 },
  /** Of these, those that are answered once more in Chromium. */
  browserCases: { test: 1_000, soak: 5_000 },
  /** Requests that the fuzzer of the HTTP interface makes. */
  fuzzRequests: { test: 5_000, soak: 100_000 },
  /** Acts of several people at once on the sheets and ledgers of two counties. */
  actsAtOnce: { test: 240, soak: 12_000 },
  /** Servers killed while evaluators type into them. */
  scoringKills: { test: 10, soak: 200 },
} as const;

export const isSoak = process.env.YUHENG_SOAK === '1';

export const runs = (name: keyof typeof COUNTS): number => COUNTS[name][isSoak ? 'soak' : 'test'];

/** Jest's time limit for a test that takes `perRunMs` a run at the very most. */
export const timeLimit = (name: keyof typeof COUNTS, perRunMs: number): number =>
  60_000 + runs(name) * perRunMs;
