/** Which table of random indices the consistency ratio divides by: Saaty's of 1980, or that of 2008. */
export type RandomIndexTable = '1980' | '2008';

/**
 * Mean consistency index of random reciprocal matrices for n = 3 … 10 (architecture.md section 10).
 * 1980: T. L. Saaty, The Analytic Hierarchy Process (1980), the table in common use and the default. 2008: T. L. Saaty,
 * Decision making with the analytic hierarchy process, Int. J. Services Sciences 1 (2008).
 */
const TABLES: Readonly<Record<RandomIndexTable, readonly number[]>> = {
  '1980': [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  '2008': [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
};

/** The largest matrix that the tables know. */
export const MOST_CRITERIA = 10;

/** The random index of n criteria; null for one or two, whose judgements cannot contradict each other. */
export const randomIndexOf = (criteria: number, table: RandomIndexTable): number | null =>
  TABLES[table][criteria - 3] ?? null;
