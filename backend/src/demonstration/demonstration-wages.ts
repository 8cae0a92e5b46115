import { fen } from '@yuheng/shared/domain/money/fen';
import {
  addMonths,
  dayOfMonth,
  isoDate,
  yearOf,
  type IsoDate,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import type { WageMonthEntity } from '../funds/wage-month.entity';
import { personsIn, storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_PROGRAM, FIRST_MONTH, LAST_MONTH, MONTH_IN_PROGRESS } from './demonstration-day';
import { moneyDays } from './demonstration-money';
import { keyedGenerator } from './keyed-generator';
import { workingDayAfter, workingDayInTime } from './working-day';

/** The city's subsidy of one post and month: 1,000 元. */
const CITY_PART = 100_000;

/** Every month from the first to the last gathered one. */
export const gatheredMonths = (): YearMonth[] => {
  const months: YearMonth[] = [];
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month = addMonths(month, 1)) months.push(month);
  return months;
};

export const wageMonths = (key: CountyKey): WageMonthEntity[] =>
  gatheredMonths().map((month) => wageMonth(key, month));

function wageMonth(key: CountyKey, month: YearMonth): WageMonthEntity {
  const { cityId, county } = key;
  const story = storyOf(county.id);
  const dueOn = dayOfMonth(addMonths(month, 1), 15);
  const { paidOn, personsOnTime } = payment(key, month, dueOn);
  const onPost = county.posts - personsIn(story.vacancies, month);
  const paid = paidOn ? onPost : 0;
  const gross = story.grossYuan * 100 + (yearOf(month) - 2024) * 5_000;
  const money = moneyDays(key, yearOf(month));
  const isAdvanced = paidOn !== null && (!money || paidOn < money.firstPassOn);
  return {
    cityId,
    countyId: county.id,
    programId: DEMONSTRATION_PROGRAM,
    month,
    stage: paidOn === null ? 'open' : month === MONTH_IN_PROGRESS ? 'submitted' : 'approved',
    dueOn,
    reportedOn: paidOn && reportedOn(key, month, { paidOn, dueOn }),
    paidOn,
    personsOnPost: onPost,
    personsPaid: paid,
    personsPaidOnTime: personsOnTime ?? paid,
    personsInsured: onPost - personsIn(story.uninsured, month),
    cityPartDueFen: fen(onPost * CITY_PART),
    cityPartPaidFen: fen(paid * CITY_PART),
    countyPartFen: fen(paid * (gross - CITY_PART)),
    grossWageFen: fen(paid * gross),
    socialInsuranceFen: fen(
      paid === 0 ? 0 : (onPost - personsIn(story.uninsured, month)) * insurance(key, month),
    ),
    countyAdvanceFen: fen(isAdvanced ? paid * CITY_PART : 0),
    advanceSettledOn: isAdvanced ? (money?.settled ?? null) : null,
  };
}

interface Payment {
  readonly paidOn: IsoDate | null;
  /** Null: everyone who was paid. */
  readonly personsOnTime: number | null;
}

function payment({ county }: CountyKey, month: YearMonth, dueOn: IsoDate): Payment {
  const { lateWages, payDay } = storyOf(county.id);
  const late = lateWages.find((one) => one.month === month);
  if (late)
    return { paidOn: late.paidOn === null ? null : isoDate(late.paidOn), personsOnTime: late.personsOnTime };
  const shift = keyedGenerator(`pay/${county.id}/${month}`).between(-1, 1);
  return {
    paidOn: workingDayInTime(dayOfMonth(addMonths(month, 1), payDay + shift), dueOn),
    personsOnTime: null,
  };
}

/** A working day or two after payment; a payment in time is reported in time. */
function reportedOn(
  { county }: CountyKey,
  month: YearMonth,
  { paidOn, dueOn }: { paidOn: IsoDate; dueOn: IsoDate },
): IsoDate {
  const reported = workingDayAfter(paidOn, keyedGenerator(`report/${county.id}/${month}`).between(1, 2));
  return paidOn <= dueOn && reported > dueOn ? paidOn : reported;
}

/** The employer's contributions for one person, in fen; the base is set once a year. */
const insurance = ({ county }: CountyKey, month: YearMonth): number =>
  keyedGenerator(`insurance/${county.id}/${yearOf(month)}`).between(780, 930) * 100;
