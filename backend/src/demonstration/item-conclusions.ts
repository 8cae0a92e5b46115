import type { AssistantsItemId } from '@yuheng/shared/domain/monitoring/assistants-template';
import {
  addMonths,
  daysBetween,
  monthNumber,
  yearOf,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import type { FilingEntity } from '../funds/filing.entity';
import type { WageMonthEntity } from '../funds/wage-month.entity';
import { storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { filingDue, moneyDays } from './demonstration-money';

/** The conclusion that an inspector reaches on one item from the county's own rows. */
export interface ItemConclusion {
  readonly conclusion: 'pass' | 'fail' | 'notApplicable';
  readonly number: number | null;
  readonly note: string | null;
  /** What is found, where the item fails. */
  readonly summary: string | null;
}

/** The county's rows that an inspector compares. */
export interface InspectedRows extends CountyKey {
  readonly month: YearMonth;
  readonly wagesOf: (month: string) => WageMonthEntity | undefined;
  readonly filings: readonly FilingEntity[];
}

const pass = (number: number | null, note: string | null = null): ItemConclusion => ({
  conclusion: 'pass',
  number,
  note,
  summary: null,
});
const notApplicable = (note: string): ItemConclusion => ({
  conclusion: 'notApplicable',
  number: null,
  note,
  summary: null,
});
const fail = (number: number | null, summary: string): ItemConclusion => ({
  conclusion: 'fail',
  number,
  note: null,
  summary,
});

const inChinese = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
const dayInChinese = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

type Judge = (rows: InspectedRows) => ItemConclusion;

const onPostNow = (rows: InspectedRows): number => rows.wagesOf(rows.month)?.personsOnPost ?? 0;

/** A sheet is due before its own month's wages are, so it looks at the wages that fell due within its month. */
function judgeWages(rows: InspectedRows): ItemConclusion {
  const worked = addMonths(rows.month, -1);
  const wages = rows.wagesOf(worked);
  if (!wages) return notApplicable(`${inChinese(worked)}工资不在演示数据采集范围内。`);
  if (wages.personsPaidOnTime === wages.personsOnPost) {
    return pass(
      wages.personsPaidOnTime,
      `核对${inChinese(worked)}工资，应于${dayInChinese(wages.dueOn)}前发放。`,
    );
  }
  const late = wages.personsOnPost - wages.personsPaidOnTime;
  const paid = wages.paidOn ? `于${dayInChinese(wages.paidOn)}发放` : '尚未发放';
  return fail(
    wages.personsPaidOnTime,
    `${inChinese(worked)}工资应于${dayInChinese(wages.dueOn)}前发放，其中${late}人的工资${paid}，原因是代发手续衔接不及时，要求按期发放。`,
  );
}

/** The city part of the three months of wages that last fell due. */
function judgeCityPart(rows: InspectedRows): ItemConclusion {
  const months = [-3, -2, -1].map((shift) => rows.wagesOf(addMonths(rows.month, shift)));
  const yuan = months.reduce((sum, one) => sum + (one?.cityPartPaidFen ?? 0), 0) / 100;
  return yuan === 0 ? notApplicable('本季度到期工资不在演示数据采集范围内。') : pass(yuan);
}

function judgeInsurance(rows: InspectedRows): ItemConclusion {
  const insured = rows.wagesOf(rows.month)?.personsInsured ?? 0;
  const missing = onPostNow(rows) - insured;
  if (missing === 0) return pass(insured);
  return fail(insured, `${missing}名新到岗人员的参保手续正在办理，要求限期办结。`);
}

function judgeSurplus(rows: InspectedRows): ItemConclusion {
  const vacant = [-2, -1, 0]
    .map((shift) => rows.wagesOf(addMonths(rows.month, shift)))
    .reduce((sum, one) => sum + (one ? rows.county.posts - one.personsOnPost : 0), 0);
  return vacant === 0
    ? notApplicable('本季度没有空岗。')
    : pass(vacant * 1000, '空岗结余已列明金额、原因和后续安排。');
}

/** The money arrives after the middle of April: looked at in January and again in June. */
const isBeforeTheMoney = ({ month }: InspectedRows): boolean => monthNumber(month) < 6;

function judgeClock(rows: InspectedRows): ItemConclusion {
  const money = moneyDays(rows, yearOf(rows.month));
  if (!money || isBeforeTheMoney(rows)) return notApplicable('当年资金尚未到位。');
  const days = daysBetween(money.received, money.lastPassOn);
  return days <= 30
    ? pass(days)
    : fail(days, `收到资金后${days}天拨付到位，超过30天，要求说明原因并完善拨付流程。`);
}

function judgeFiling(rows: InspectedRows): ItemConclusion {
  const money = moneyDays(rows, yearOf(rows.month));
  if (!money || isBeforeTheMoney(rows)) return notApplicable('当年资金尚未到位，备案时限未开始计算。');
  const due = filingDue(money.received);
  const inTime = rows.filings.filter(
    ({ year, filedOn }) => year === yearOf(rows.month) && filedOn !== null && filedOn <= due,
  ).length;
  return inTime === 4
    ? pass(4)
    : fail(
        inTime,
        `应于${dayInChinese(due)}前备案的4项材料中有${4 - inTime}项迟报，现已补齐，要求今后按时报送。`,
      );
}

/** What an inspector finds in the rows, item by item; the findings that the stories tell come before it. */
const JUDGES: Readonly<Record<Exclude<AssistantsItemId, 'lastFindingsRectified'>, Judge>> = {
  staffOnPost: (rows) => pass(onPostNow(rows)),
  laborContracts: (rows) => pass(onPostNow(rows)),
  wagesOnTime: judgeWages,
  cityPartInFull: judgeCityPart,
  socialInsurance: judgeInsurance,
  earmarkedUse: () => pass(null),
  vacancySurplusExplained: judgeSurplus,
  moneyClock: judgeClock,
  filing: judgeFiling,
  attendanceTraining: (rows) => pass(onPostNow(rows)),
  supervisionGaps: () => pass(0),
};

export function judgeItem(
  item: Exclude<AssistantsItemId, 'lastFindingsRectified'>,
  rows: InspectedRows,
): ItemConclusion {
  const judged = JUDGES[item](rows);
  const told = storyOf(rows.county.id).findings.find((one) => one.item === item && one.month === rows.month);
  return told ? fail(judged.number, told.summary) : judged;
}

/** 上月问题整改: of the findings that were open at the last inspection, those due are closed. */
export function judgeRectification(open: number, due: number, closed: number): ItemConclusion {
  if (open === 0) return notApplicable('上月没有需要整改的问题。');
  if (due > closed) return fail(closed, `到期问题${due}项，其中${due - closed}项尚未销号，要求限期整改。`);
  return pass(closed, closed < open ? `另有${open - closed}项未到整改期限。` : null);
}
