/** Numbers that only grow (an entry's place, a time step): bigint in PostgreSQL, a safe whole number in code. */
export const bigintColumn = {
  from: (stored: string | null): number | null => {
    if (stored === null) return null;
    const value = Number(stored);
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${stored} is beyond what a number holds exactly.`);
    return value;
  },
  to: (value: number | null): number | null => value,
};
