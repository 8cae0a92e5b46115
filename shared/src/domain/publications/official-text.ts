import type { Bilingual } from '../bilingual';
import type { Fen, MoneyUnit } from '../money/fen';

/** The eight headings of the official form, in their order. */
export const HEADING_ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八'] as const;
export type HeadingOrdinal = (typeof HEADING_ORDINALS)[number];

/** Where a figure or quotation stands, so that it can be walked back to the paper. */
export interface SourcePlace {
  readonly heading: HeadingOrdinal;
  /** 1-based line of the file. */
  readonly line: number;
  /** 1-based column, in UTF-16 units of the line as it is in the file. */
  readonly column: number;
  /** The words from the last punctuation mark to the figure's unit, as printed, editor junk left out. */
  readonly clause: string;
  /** The whole sentence, as printed, editor junk left out. */
  readonly sentence: string;
}

export interface StatedAmount extends SourcePlace {
  readonly fen: Fen;
  /** Without the unit: "1,800,000.00". */
  readonly numeralAsPrinted: string;
  readonly unit: MoneyUnit;
}

export interface CountyAmount extends StatedAmount {
  readonly countyId: string;
  readonly nameAsPrinted: string;
}

/** The text of one project under one heading; paragraphs are separated by a line feed. */
export interface TextSection {
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface TextSentence {
  readonly text: string;
  readonly line: number;
}

/** A document that 二 calls upon. */
export interface PolicyBasis {
  /** 《title》 as printed, or the number and what follows it where the text gives no 《》. */
  readonly text: string;
  /** As printed: 玉发〔2014〕33号. */
  readonly documentNumbers: readonly string[];
  /** 第四条, where an article is named right behind the document. */
  readonly article: string | null;
  readonly sentence: string;
  readonly line: number;
}

/**
 * What the text says of posts: how many in all, how many old and how many added, and the money per person and month.
 * `value` is persons, or fen for `monthlyRate`. Each different figure is kept once, where it stands first.
 */
export interface PostFact extends SourcePlace {
  readonly kind: 'posts' | 'basePosts' | 'addedPosts' | 'monthlyRate';
  readonly value: number;
  readonly asPrinted: string;
}

/** Money of one post a year, with the way it follows from the text. */
export interface PostMoney {
  readonly fen: Fen;
  readonly basis: 'monthlyRate' | 'totalOverPosts';
}

export interface Arrangement {
  /** The total in 六, else in 四, else in 二; null where none of them states one. */
  readonly statedTotal: StatedAmount | null;
  readonly sum: Fen;
  /** In the order of the text. */
  readonly amounts: readonly CountyAmount[];
}

export type ProgramId = 'assistants' | 'mediation';

export interface OfficialProgram {
  /** 1 for （一）, or for the only project. */
  readonly ordinal: number;
  readonly name: string;
  /** Null for a project that the program does not know. */
  readonly programId: ProgramId | null;
  readonly policyBases: readonly PolicyBasis[];
  readonly implementingUnits: readonly TextSentence[];
  /** 四 */
  readonly overview: TextSection;
  /** 五 */
  readonly content: TextSection;
  /** 六 */
  readonly arrangement: Arrangement;
  /** 七 */
  readonly plan: TextSection;
  /** 八 */
  readonly results: TextSection;
  readonly sections: Readonly<Record<HeadingOrdinal, TextSection>>;
  readonly postFacts: readonly PostFact[];
  readonly postMoney: PostMoney | null;
}

/** What the parser did or saw that a reader should know and that is no error. */
export interface TextNote {
  readonly kind:
    | 'alias'
    | 'conversion'
    | 'junk'
    | 'heading'
    | 'noTotal'
    | 'otherTotal'
    | 'unassigned'
    | 'absentCounty'
    | 'unknownProject'
    | 'noBasis'
    | 'posts';
  readonly line: number;
  readonly message: Bilingual;
}

export interface OfficialText {
  readonly title: string;
  readonly titleLine: number;
  readonly year: number;
  readonly programs: readonly OfficialProgram[];
  readonly notes: readonly TextNote[];
}
