import type { Fen } from '../money/fen';
import type { IsoDate, YearMonth } from '../period/year-month';

/** Which stored record a figure came from, so that every number can be walked back to its facts. */
export interface RecordReference {
  readonly kind:
    | 'inspection'
    | 'wageMonth'
    | 'movement'
    | 'filing'
    | 'finding'
    | 'workload'
    | 'evaluatorMark'
    | 'deliberation'
    | 'replyRuling'
    | 'training'
    | 'survey'
    | 'reoffending'
    | 'statement';
  readonly county: string;
  /** Of monthly records. */
  readonly month?: YearMonth;
  /** Identity of the record in its table. */
  readonly id: string;
}

/** The five states of a value (architecture.md section 3). A missing figure is never a zero. */
export type ValueState = 'reported' | 'notApplicable' | 'late' | 'missing' | 'notDue';
/** The stage of a sheet, apart from the state of its values. */
export type Stage = 'notDue' | 'open' | 'submitted' | 'returned' | 'approved' | 'reopened';

/**
 * One link of the money's way: issue = city finance issues to county finance (指标下达), receipt = it arrives at
 * county finance (到位), passOn = county finance passes it to the county justice bureau (拨付).
 */
export interface Movement {
  readonly record: RecordReference;
  readonly stage: 'issue' | 'receipt' | 'passOn';
  readonly date: IsoDate;
  readonly amount: Fen;
  readonly documentNumber: string | null;
  /** Of a receipt: by when the duty rules of its year want it passed on; absent: by the clock of the settings. */
  readonly passOnBy?: IsoDate;
}

/** What one county paid for one month worked (工资所属月份). Persons, and money in fen. */
export interface WageMonth {
  readonly record: RecordReference;
  readonly month: YearMonth;
  readonly state: ValueState;
  readonly stage: Stage;
  /** The day by which the month's wages are due. */
  readonly dueOn: IsoDate;
  /** 发放日期; null while unpaid. */
  readonly paidOn: IsoDate | null;
  readonly personsOnPost: number;
  readonly personsPaid: number;
  readonly personsPaidOnTime: number;
  readonly personsInsured: number;
  /**
   * 市级补助 that was due to the persons on post, and what reached them, from whichever purse: `countyAdvance` is the part
   * of `cityPartPaid` that the county advanced, so what was paid from city money is their difference.
   */
  readonly cityPartDue: Fen;
  readonly cityPartPaid: Fen;
  readonly countyPart: Fen;
  readonly grossWage: Fen;
  readonly socialInsurance: Fen;
  /** County money advanced for the city part before the issue arrived (垫付), and when it was offset (归垫). */
  readonly countyAdvance: Fen;
  readonly advanceSettledOn: IsoDate | null;
}

/** 实施方案 or 经费拨付文件, to be filed with both city bureaus within one month of receipt. */
export interface Filing {
  readonly record: RecordReference;
  readonly document: 'implementationPlan' | 'transferDocument';
  readonly recipient: 'cityJustice' | 'cityFinance';
  /** Null when its clock has not started: nothing has been received yet. */
  readonly dueOn: IsoDate | null;
  readonly filedOn: IsoDate | null;
}

export interface InspectionItemResult {
  readonly item: string;
  /** pass 合格, fail 不合格, notApplicable 不适用; null while the item is open or missing. */
  readonly conclusion: 'pass' | 'fail' | 'notApplicable' | null;
  /** The month whose conclusion is carried, for items that are not checked every month. */
  readonly carriedFrom: YearMonth | null;
}

/** One county × month × program of 月度跟踪监控（督查）. */
export interface Inspection {
  readonly record: RecordReference;
  readonly month: YearMonth;
  readonly stage: Stage;
  readonly state: ValueState;
  readonly dueOn: IsoDate;
  readonly submittedOn: IsoDate | null;
  readonly results: readonly InspectionItemResult[];
}

export interface Finding {
  readonly record: RecordReference;
  readonly month: YearMonth;
  readonly item: string;
  readonly summary: string;
  readonly foundOn: IsoDate;
  readonly deadline: IsoDate;
  readonly rectifiedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  /** The same item failed in an earlier month of the same year too. */
  readonly repeated: boolean;
}

/** Counts only: no record of an individual offender enters this program (rules.md section 5). */
export interface Workload {
  readonly record: RecordReference;
  readonly month: YearMonth;
  readonly supervisedAtStart: number;
  readonly supervisedNew: number;
  readonly supervisedReleased: number;
  readonly supervisedAtEnd: number;
  readonly resettled: number;
  readonly assessments: number;
}

/** Training of the persons on post in one quarter, as reported: 0 is a value, no entry is a missing report. */
export interface TrainingQuarter {
  readonly record: RecordReference;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly reportedOn: IsoDate;
  /** 人学时, whole: each person trained × the hours of that training. */
  readonly personHours: number;
}

/** One anonymous satisfaction survey (满意度问卷) of the year, in counts. */
export interface Survey {
  readonly record: RecordReference;
  readonly closedOn: IsoDate;
  /** Sheets that were answered, and those of them that say satisfied. */
  readonly answered: number;
  readonly satisfied: number;
}

/** Reoffending in one year, in counts only: nothing about a person enters this program. */
export interface ReoffendingCount {
  readonly record: RecordReference;
  /** The year counted: the year of the facts, or one of the two before it. */
  readonly year: number;
  readonly reportedOn: IsoDate;
  /** Persons under supervision at some time of that year, and those of them who reoffended in it. */
  readonly supervised: number;
  readonly reoffended: number;
}

/** Everything gathered of one county, program and fiscal year, as of one day. */
export interface CountyYearFacts {
  readonly county: string;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The one month whose sheets count, where a month is looked at by itself; absent: every month of the year. */
  readonly onlyMonth?: YearMonth;
  /** Approved posts (名额) of the year. */
  readonly posts: number;
  readonly initialBudget: Fen;
  readonly adjustedBudget: Fen;
  readonly movements: readonly Movement[];
  /** By when the duty rules of the year want its money issued by the city; absent: by the settings. */
  readonly issueBy?: IsoDate;
  /** By when they want the workload of each month reported; absent: by the clock of the settings. */
  readonly workloadBy?: Readonly<Record<YearMonth, IsoDate>>;
  readonly wageMonths: readonly WageMonth[];
  readonly filings: readonly Filing[];
  readonly inspections: readonly Inspection[];
  readonly findings: readonly Finding[];
  readonly workload: readonly Workload[];
  readonly trainings: readonly TrainingQuarter[];
  readonly surveys: readonly Survey[];
  readonly reoffending: readonly ReoffendingCount[];
}
