/** What an administrator is there for; none of it opens business data. */
export type AdministrativeDuty = 'accounts' | 'security' | 'audit';

/**
 * How far one account sees. It becomes the transaction's settings, on which every row-level policy rests; an empty
 * scope sees no row at all.
 */
export interface Scope {
  /** Ids of the counties whose rows are visible. */
  readonly counties: readonly string[];
  /** The city whose city-wide rows are visible; null for a county. */
  readonly city: string | null;
  /** The account itself: its own sessions, tokens, assignments; also who the trail says has acted. */
  readonly account: string | null;
  readonly duties: readonly AdministrativeDuty[];
}

export const NO_SCOPE: Scope = { counties: [], city: null, account: null, duties: [] };

/** One's own rows and nothing else, before anything more is known of an account. */
export const ownScope = (accountId: string): Scope => ({ ...NO_SCOPE, account: accountId });
