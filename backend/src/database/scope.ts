/**
 * How far one account sees. It becomes the transaction's settings, on which every row-level policy rests; an empty
 * scope sees no business row at all.
 */
export interface Scope {
  /** Ids of the counties whose rows are visible. */
  readonly counties: readonly string[];
  /** The city whose city-wide rows are visible; null for a county. */
  readonly city: string | null;
}

export const NO_SCOPE: Scope = { counties: [], city: null };
