import type { Fen } from '../money/fen';
import type { IsoDate, YearMonth } from '../period/year-month';

/** 市财政下达 → 县财政收文 → 县财政下达县司法局 → 支付到人. */
export type LedgerLink = 'issue' | 'receipt' | 'passOn' | 'payment';
/** 市级补助、县级配套、县级垫付、其他. */
export type LedgerSource = 'cityGrant' | 'countyPart' | 'countyAdvance' | 'other';
/** ordinary; 红字冲销; 归垫; 结转; 交回. */
export type LedgerKind = 'ordinary' | 'reversal' | 'settlement' | 'carryOver' | 'return';

/** What somebody may enter by hand; wages are posted from approved spending sheets. */
export type LedgerAct = LedgerLink | 'settlement' | 'return' | 'carryOver';

/** One line to be posted. Fen with its sign: what is taken back is negative. */
export interface Posting {
  /** The year of the money, whichever year it moves in. */
  readonly year: number;
  readonly link: LedgerLink;
  readonly source: LedgerSource;
  readonly kind: LedgerKind;
  readonly amount: Fen;
  readonly on: IsoDate;
  readonly documentNumber: string | null;
  readonly subject: string | null;
  readonly monthWorked: YearMonth | null;
  /** Identity of the entry that this one takes back, and of the advance that it settles. */
  readonly reverses: string | null;
  readonly settles: string | null;
}

/** A line that stands in the ledger. */
export interface LedgerEntry extends Posting {
  readonly id: string;
  /** Entries of one act: they stand and fall together. */
  readonly group: string;
}

/** What the ledger of one county, program and year comes to. Whole fen, 0 or more. */
export interface LedgerBalance {
  readonly issued: Fen;
  readonly received: Fen;
  readonly passedOn: Fen;
  /** Paid from the city grant, settlements of advances included. */
  readonly granted: Fen;
  /** Advanced by the county and not settled yet (未归垫). */
  readonly advanced: Fen;
  /** Given back to the city (交回), and no longer among what was received. */
  readonly returned: Fen;
}
