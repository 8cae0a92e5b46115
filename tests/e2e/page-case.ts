/** One page in one state, as the specs of all pages open it. */
export interface PageCase {
  /** RUN, ALLOCATION, SURVEY, SCENARIO and DECISION stand for ids that only the installed demonstration knows. */
  readonly place: string;
  /** Who opens it; absent: the leader, who reads every page of figures. */
  readonly as?: string;
  readonly signedOut?: true;
  /** Figures stand for a day, which is printed beside them. */
  readonly figures?: true;
  /** Nothing of this page is finalised: no grade, no rank, no place in an order. */
  readonly noVerdict?: true;
  /** It exists only where there is no demonstration, or says nothing of it. */
  readonly real?: true;
  /** What the server refuses here on purpose, such as `answered: 404 GET /api/screen`. */
  readonly refused?: string;
}
