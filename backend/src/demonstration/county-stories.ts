import type { AssistantsItemId } from '@yuheng/shared/domain/monitoring/assistants-template';

/** Posts that stood empty from one month to another, both included; `until` null: still empty. */
export interface Vacancy {
  readonly from: string;
  readonly until: string | null;
  readonly persons: number;
}

/** Wages of a month worked that were paid after their date; `paidOn` null: not yet paid. */
export interface LateWages {
  readonly month: string;
  readonly paidOn: string | null;
  readonly personsOnTime: number;
}

/**
 * How one year's money went on: passed on so many days after receipt, 经费拨付文件 filed so many days after that, and
 * 实施方案 so many days after receipt where it was not filed in good time.
 */
export interface MoneyYear {
  readonly passOnAfterDays: number;
  readonly transferFiledAfterDays: number;
  readonly planFiledAfterDays?: number | undefined;
}

/** An item that an inspection failed for a reason that no other row tells. */
export interface StoryFinding {
  readonly month: string;
  readonly item: AssistantsItemId;
  readonly summary: string;
  /** Days from the finding to 整改, 销号 following soon; null while open. Without it: in good time. */
  readonly rectifiedAfterDays?: number | null;
}

/** What is told about one county. What is not told goes as it should. */
export interface CountyStory {
  /** The day of the following month on which wages are usually paid. */
  readonly payDay: number;
  /** 应发工资 of one person and month in 2024, in 元. */
  readonly grossYuan: number;
  readonly vacancies: readonly Vacancy[];
  readonly lateWages: readonly LateWages[];
  /** Persons on post whose social insurance was still being arranged. */
  readonly uninsured: readonly Vacancy[];
  readonly money: Readonly<Record<2024 | 2025, MoneyYear>>;
  /** Sheets that were submitted after their date. */
  readonly lateSheets: Readonly<Record<string, string>>;
  /** Sheets that are still to be filled in. */
  readonly openSheets: readonly string[];
  readonly findings: readonly StoryFinding[];
  /** What the evaluators see, in half marks of 10: implementation benefit and satisfaction, by year. */
  readonly impression: Readonly<Record<2024 | 2025, readonly [benefit: number, satisfaction: number]>>;
}

type PassedOnAndFiled = readonly [passOnAfterDays: number, transferFiledAfterDays: number];

function moneyOf(
  in2024: PassedOnAndFiled,
  in2025: PassedOnAndFiled,
  planFiledAfterDays?: number,
): CountyStory['money'] {
  return {
    2024: { passOnAfterDays: in2024[0], transferFiledAfterDays: in2024[1] },
    2025: { passOnAfterDays: in2025[0], transferFiledAfterDays: in2025[1], planFiledAfterDays },
  };
}

/** What every story starts from. */
const IN_ORDER: CountyStory = {
  payDay: 8,
  grossYuan: 3100,
  vacancies: [],
  lateWages: [],
  uninsured: [],
  money: moneyOf([9, 5], [8, 5]),
  lateSheets: {},
  openSheets: [],
  findings: [],
  impression: { 2024: [8, 7], 2025: [8, 8] },
};

/**
 * The demonstration's stories. Everything here is invented, plausible and neutral: late papers, empty posts, a county
 * that was late and recovered. Nobody is accused of anything, and no county's name stands in a text.
 */
export const COUNTY_STORIES: Readonly<Record<string, CountyStory>> = {
  /** Two newly recruited persons whose insurance took two months; posts empty over the summer. */
  hongta: {
    ...IN_ORDER,
    grossYuan: 3350,
    vacancies: [
      { from: '2024-07', until: '2024-10', persons: 2 },
      { from: '2025-05', until: '2025-08', persons: 4 },
    ],
    uninsured: [{ from: '2025-08', until: '2025-09', persons: 2 }],
    impression: { 2024: [7, 6], 2025: [7, 7] },
  },
  /** Late with wages twice in the spring of 2025, on time ever since. */
  jiangchuan: {
    ...IN_ORDER,
    payDay: 9,
    grossYuan: 3050,
    vacancies: [
      { from: '2024-10', until: '2024-12', persons: 1 },
      { from: '2025-06', until: '2025-11', persons: 1 },
    ],
    lateWages: [
      { month: '2025-02', paidOn: '2025-03-21', personsOnTime: 0 },
      { month: '2025-03', paidOn: '2025-04-23', personsOnTime: 0 },
    ],
    money: moneyOf([16, 5], [18, 4]),
    impression: { 2024: [7, 6], 2025: [6, 6] },
  },
  /** The disputed mark of the 2025 evaluation; one post empty over the summer. */
  chengjiang: {
    ...IN_ORDER,
    payDay: 6,
    grossYuan: 3200,
    vacancies: [{ from: '2025-06', until: '2025-10', persons: 1 }],
    uninsured: [{ from: '2025-02', until: '2025-03', persons: 1 }],
    money: moneyOf([20, 4], [12, 5]),
    impression: { 2024: [7, 6], 2025: [6, 6] },
  },
  /** Everything in order, in every month. */
  tonghai: {
    ...IN_ORDER,
    payDay: 7,
    grossYuan: 3250,
    money: moneyOf([7, 4], [6, 3]),
    impression: { 2024: [8, 7], 2025: [7, 7] },
  },
  /** 经费拨付文件 filed late in 2025, findings rectified after their date; the sheet of February 2026 is missing. */
  huaning: {
    ...IN_ORDER,
    payDay: 10,
    grossYuan: 2950,
    vacancies: [
      { from: '2024-08', until: '2024-09', persons: 1 },
      { from: '2025-01', until: '2025-06', persons: 2 },
    ],
    money: moneyOf([20, 6], [26, 17]),
    openSheets: ['2026-02'],
    findings: [
      {
        month: '2025-03',
        item: 'laborContracts',
        summary: '2份劳动合同到期后未及时续签，人员在岗，要求补签并报送复印件。',
        rectifiedAfterDays: 42,
      },
      {
        month: '2025-09',
        item: 'attendanceTraining',
        summary: '三季度培训已组织，签到表未留存，要求补充说明并规范留存。',
        rectifiedAfterDays: 36,
      },
    ],
    impression: { 2024: [6, 6], 2025: [5, 6] },
  },
  /** Attendance and training found wanting twice in 2025; a finding of January 2026 that is overdue. */
  yimen: {
    ...IN_ORDER,
    payDay: 8,
    grossYuan: 3000,
    vacancies: [
      { from: '2024-03', until: '2024-05', persons: 1 },
      { from: '2025-04', until: '2025-10', persons: 1 },
    ],
    money: moneyOf([17, 5], [21, 4]),
    findings: [
      {
        month: '2025-06',
        item: 'attendanceTraining',
        summary: '二季度未组织集中培训，要求补训并完善签到记录。',
      },
      {
        month: '2025-09',
        item: 'attendanceTraining',
        summary: '三季度培训签到记录不完整，与二季度属同一事项，要求建立季度培训计划。',
        rectifiedAfterDays: 34,
      },
      {
        month: '2026-01',
        item: 'staffOnPost',
        summary: '花名册未注明1名新到岗人员的到岗日期，要求补正后重新报送。',
        rectifiedAfterDays: null,
      },
    ],
    impression: { 2024: [7, 6], 2025: [6, 5] },
  },
  /** The sheet of August 2024 was missing and came in three weeks later; that of February 2026 was late. */
  eshan: {
    ...IN_ORDER,
    payDay: 7,
    grossYuan: 3150,
    vacancies: [{ from: '2025-08', until: '2025-12', persons: 2 }],
    money: moneyOf([15, 6], [22, 5]),
    lateSheets: { '2024-08': '2024-09-27', '2026-02': '2026-03-12' },
    findings: [
      {
        month: '2025-06',
        item: 'laborContracts',
        summary: '1份劳动合同未填写签订日期，要求补正。',
      },
    ],
    impression: { 2024: [7, 6], 2025: [7, 6] },
  },
  /** Four posts empty for eight months of 2025. */
  xinping: {
    ...IN_ORDER,
    payDay: 9,
    grossYuan: 3100,
    vacancies: [
      { from: '2024-11', until: '2024-12', persons: 1 },
      { from: '2025-03', until: '2025-10', persons: 4 },
      { from: '2026-02', until: null, persons: 1 },
    ],
    money: moneyOf([22, 4], [15, 5]),
    findings: [
      {
        month: '2025-06',
        item: 'vacancySurplusExplained',
        summary: '空岗结余说明未列后续安排，要求补充说明。',
      },
      {
        month: '2026-02',
        item: 'staffOnPost',
        summary: '花名册未注明1个空岗的起始日期，要求补正。',
        rectifiedAfterDays: null,
      },
    ],
    impression: { 2024: [7, 7], 2025: [6, 6] },
  },
  /** Money passed on after 42 days in 2024, in time in 2025; posts hard to fill; wages of February 2026 not yet paid. */
  yuanjiang: {
    ...IN_ORDER,
    payDay: 10,
    grossYuan: 2900,
    vacancies: [
      { from: '2024-05', until: '2024-12', persons: 2 },
      { from: '2025-01', until: '2025-04', persons: 3 },
      { from: '2025-05', until: '2025-12', persons: 5 },
      { from: '2026-01', until: null, persons: 1 },
    ],
    lateWages: [
      { month: '2025-08', paidOn: '2025-09-19', personsOnTime: 6 },
      { month: '2026-02', paidOn: null, personsOnTime: 0 },
    ],
    money: moneyOf([42, 6], [24, 12], 35),
    lateSheets: { '2025-07': '2025-08-13', '2025-10': '2025-11-12' },
    findings: [
      {
        month: '2025-03',
        item: 'attendanceTraining',
        summary: '一季度考勤记录有3天缺签，要求核对补正。',
      },
      {
        month: '2025-06',
        item: 'vacancySurplusExplained',
        summary: '空岗结余说明未列明原因，要求补充说明。',
        rectifiedAfterDays: 38,
      },
      {
        month: '2025-12',
        item: 'laborContracts',
        summary: '1份新签劳动合同的岗位名称填写有误，要求更正。',
      },
    ],
    impression: { 2024: [6, 6], 2025: [5, 5] },
  },
};

/** @throws RangeError for a county that the demonstration does not know. */
export function storyOf(countyId: string): CountyStory {
  const story = COUNTY_STORIES[countyId];
  if (!story) throw new RangeError(`The demonstration tells nothing of county "${countyId}".`);
  return story;
}

const covers = ({ from, until }: Vacancy, month: string): boolean =>
  from <= month && (until === null || month <= until);

/** How many persons the periods that cover a month count. */
export const personsIn = (periods: readonly Vacancy[], month: string): number =>
  periods.filter((one) => covers(one, month)).reduce((sum, one) => sum + one.persons, 0);
