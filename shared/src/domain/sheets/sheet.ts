import type { Bilingual } from '../bilingual';
import type { ItemFrequency } from '../monitoring/assistants-template';
import type { IsoDate, YearMonth } from '../period/year-month';

/** What a county's month is gathered in: 督查表, 支出表 and 工作量表. */
export type SheetKind = 'inspection' | 'spending' | 'workload';
export const SHEET_KINDS: readonly SheetKind[] = ['inspection', 'spending', 'workload'];

/** A county's month asks at most so many figures (rules.md section 5: 减轻基层负担). */
export const MOST_FIGURES = 20;

/**
 * How an item is answered. `conclusion` is 合格 or 不合格, with a figure beside it where the item has a unit; `count` is a
 * whole number, `money` whole 分 (pages show 元), `date` an ISO day and `text` words.
 */
export type SheetAnswer = 'conclusion' | 'count' | 'money' | 'date' | 'text';
export const SHEET_ANSWERS: readonly SheetAnswer[] = ['conclusion', 'count', 'money', 'date', 'text'];

/** One item of a template, in the order in which it is asked. */
export interface SheetItem {
  readonly id: string;
  readonly name: Bilingual;
  /** What is checked or counted, and when the item passes. */
  readonly criteria?: Bilingual;
  /** The document or setting that the item rests on, as printed beside it. */
  readonly basis?: Bilingual;
  readonly answer: SheetAnswer;
  /** Of the figure: 人, 件, 元, 天. An item answered by a conclusion takes a figure only where it has a unit. */
  readonly unit?: Bilingual;
  /** The smallest and the largest figure that can be right, in the unit in which it is stored: 分 for money. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly frequency: ItemFrequency;
  /** A sheet is not complete, and cannot be submitted, before each required item that falls due is answered. */
  readonly required: boolean;
  /** A figure of what happened within the month (新增、解除): 本月无变化 never repeats it. Of days that always holds. */
  readonly eachMonth?: boolean;
}

/** Figures that the program knows and never asks; given with a check. */
export type KnownFigure = 'approvedPosts';
export const KNOWN_FIGURES: readonly KnownFigure[] = ['approvedPosts'];

/**
 * One term of a rule: this month's figure of an item, last month's figure of an item, a figure that the program knows, or
 * this month's figure of an item of another kind of sheet, of the same county and program; each taken `times` times (1
 * where absent, negative where it is taken away).
 */
export type SheetTerm =
  | { readonly item: string; readonly times?: number }
  | { readonly lastMonth: string; readonly times?: number }
  | { readonly known: KnownFigure; readonly times?: number }
  | { readonly sheet: SheetKind; readonly figure: string; readonly times?: number };

/** An error stops the submission; a warning is said and stops nothing. */
export type RuleSeverity = 'error' | 'warning';

interface RuleBase {
  readonly id: string;
  readonly severity: RuleSeverity;
  /** What to do where the rule is broken; what is wrong is said from the names and figures of its terms. */
  readonly advice: Bilingual;
}

/** The sum of the left terms equals, or is at most, the sum of the right ones. */
export interface ComparisonRule extends RuleBase {
  readonly kind: 'equals' | 'atMost';
  readonly left: readonly SheetTerm[];
  readonly right: readonly SheetTerm[];
}

/** An item that is to be answered as soon as the figure of another is above 0. */
export interface RequiredWhenRule extends RuleBase {
  readonly kind: 'requiredWhen';
  readonly item: string;
  readonly when: string;
}

/** A day that cannot lie before another day of the sheet. */
export interface NotBeforeRule extends RuleBase {
  readonly kind: 'notBefore';
  readonly item: string;
  readonly other: string;
}

/** A rule over the values of one sheet, and of those beside it, as data of its template. */
export type SheetRule = ComparisonRule | RequiredWhenRule | NotBeforeRule;
export const RULE_KINDS: readonly SheetRule['kind'][] = ['equals', 'atMost', 'requiredWhen', 'notBefore'];

/** What a template says; its program, version, first day and reason stand beside it where it is stored. */
export interface SheetTemplate {
  readonly kind: SheetKind;
  readonly items: readonly SheetItem[];
  readonly rules: readonly SheetRule[];
}

/** What another kind of sheet of the same program asks, as far as a rule can name it. */
export interface OtherSheet {
  readonly kind: SheetKind;
  readonly items: readonly SheetItem[];
}

/** What somebody answers to one item. */
export interface SheetAnswerGiven {
  /** `notApplicable` needs its reason and carries neither a figure nor a conclusion: it never counts as zero. */
  readonly state: 'reported' | 'notApplicable';
  /** A decimal, an ISO day or words, by the item's answer; null where only a conclusion is given. */
  readonly value: string | null;
  readonly conclusion: 'pass' | 'fail' | null;
  /** Why it does not apply, what was found where it fails, or a note. */
  readonly reason: string | null;
}

/** An answer with the item that it answers. */
export interface ItemAnswer extends SheetAnswerGiven {
  readonly item: string;
}

/** The current value of one item of a sheet: its highest version. An item without one is not answered yet. */
export interface SheetValue extends ItemAnswer {
  readonly version: number;
}

/** The conclusion as 督查表 prints it: 合格, 不合格 or 不适用; null where the item is answered by a figure alone. */
export const conclusionOf = (given: SheetAnswerGiven): 'pass' | 'fail' | 'notApplicable' | null =>
  given.state === 'notApplicable' ? 'notApplicable' : given.conclusion;

/** An answer that the same county gave to the same item in an earlier month, itself and not carried from yet another one. */
export interface EarlierAnswer extends ItemAnswer {
  readonly month: YearMonth;
}

/**
 * A figure that another kind of sheet of the same county, program and month reports, as its own template prints it. Of a
 * sheet that was handed in alone: nobody is shown what somebody else is still writing.
 */
export interface OtherFigure {
  readonly sheet: SheetKind;
  readonly item: Pick<SheetItem, 'id' | 'name' | 'answer' | 'unit'>;
  /** A decimal. */
  readonly value: string;
}

/** What is known outside the sheet when its values are checked. */
export interface SheetSurroundings {
  /** The month that the sheet is about. */
  readonly month: YearMonth;
  /** The day on which it is checked. */
  readonly today: IsoDate;
  /**
   * Answers of earlier months, of sheets that were handed in: of each item the latest stands first, and older ones may
   * follow. An item that was never answered has none.
   */
  readonly earlier: readonly EarlierAnswer[];
  readonly known: Readonly<Partial<Record<KnownFigure, number>>>;
  /** What the other sheets report of what the rules name; a figure that is not reported there has none. */
  readonly others: readonly OtherFigure[];
}

/** What a check says of a sheet: an error stops its submission, a warning and a hint stop nothing. */
export interface SheetRemark {
  readonly severity: RuleSeverity | 'hint';
  /** The items that it speaks of, the first being where to begin; none where it speaks of the whole sheet. */
  readonly items: readonly string[];
  /** What is wrong, where, and what to do. */
  readonly text: Bilingual;
}
