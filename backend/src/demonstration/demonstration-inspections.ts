import {
  ASSISTANTS_TEMPLATE,
  type AssistantsItemId,
  type TemplateItem,
} from '@yuheng/shared/domain/monitoring/assistants-template';
import {
  addDays,
  addMonths,
  dayOfMonth,
  isoDate,
  monthNumber,
  type IsoDate,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import type { FilingEntity } from '../funds/filing.entity';
import type { FindingEntity } from '../findings/finding.entity';
import type { InspectionResultEntity } from '../inspections/inspection-result.entity';
import type { InspectionTemplateEntity } from '../inspections/inspection-template.entity';
import type { InspectionEntity } from '../inspections/inspection.entity';
import type { WageMonthEntity } from '../funds/wage-month.entity';
import { storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_PROGRAM, FIRST_MONTH, MONTH_IN_PROGRESS } from './demonstration-day';
import { gatheredMonths } from './demonstration-wages';
import { judgeItem, judgeRectification, type ItemConclusion } from './item-conclusions';
import { keyedGenerator } from './keyed-generator';
import { workingDayAfter, workingDayInTime } from './working-day';

export const TEMPLATE_VERSION = 1;

export interface CountyInspections {
  readonly inspections: InspectionEntity[];
  readonly inspectionResults: InspectionResultEntity[];
  readonly findings: FindingEntity[];
}

export interface InspectedCounty extends CountyKey {
  /** The username of the county's inspector. */
  readonly inspector: string;
  readonly wageMonths: readonly WageMonthEntity[];
  readonly filings: readonly FilingEntity[];
}

export const inspectionTemplate = (cityId: string): InspectionTemplateEntity => ({
  cityId,
  programId: DEMONSTRATION_PROGRAM,
  version: TEMPLATE_VERSION,
  validFrom: '2024-01-01',
  items: ASSISTANTS_TEMPLATE,
});

/** Sheet after sheet, because each carries conclusions from the one before and looks at its findings. */
export function inspectCounty(county: InspectedCounty): CountyInspections {
  const written: CountyInspections = { inspections: [], inspectionResults: [], findings: [] };
  for (const month of gatheredMonths()) {
    const inspection = sheet(county, month);
    written.inspections.push(inspection);
    const results = ASSISTANTS_TEMPLATE.map((item) => resultOf(item, { county, inspection, month, written }));
    written.inspectionResults.push(...results.map(({ row }) => row));
    written.findings.push(...results.flatMap(({ finding }) => finding ?? []));
  }
  return written;
}

/** Due on the 8th of the following month; inspected, submitted and approved on working days, by different people. */
function sheet({ cityId, county, inspector }: InspectedCounty, month: YearMonth): InspectionEntity {
  const story = storyOf(county.id);
  const dueOn = dayOfMonth(addMonths(month, 1), 8);
  const base = {
    cityId,
    countyId: county.id,
    programId: DEMONSTRATION_PROGRAM,
    month,
    templateVersion: TEMPLATE_VERSION,
    dueOn,
    inspector,
  };
  if (story.openSheets.includes(month)) {
    return { ...base, stage: 'open', inspectedOn: null, submittedOn: null, approvedOn: null, approver: null };
  }
  const chance = keyedGenerator(`sheet/${county.id}/${month}`);
  const late = story.lateSheets[month];
  const inspectedOn = late
    ? workingDayInTime(addDays(isoDate(late), -1), isoDate(late))
    : workingDayInTime(dayOfMonth(addMonths(month, 1), chance.between(3, 6)), dueOn);
  const submittedOn = late
    ? isoDate(late)
    : workingDayInTime(addDays(inspectedOn, chance.between(0, 2)), dueOn);
  const isWaiting = month === MONTH_IN_PROGRESS;
  return {
    ...base,
    stage: isWaiting ? 'submitted' : 'approved',
    inspectedOn,
    submittedOn,
    approvedOn: isWaiting ? null : workingDayAfter(submittedOn, chance.between(2, 6)),
    approver: isWaiting ? null : 'officer-1',
  };
}

interface ItemOfSheet {
  readonly county: InspectedCounty;
  readonly inspection: InspectionEntity;
  readonly month: YearMonth;
  readonly written: CountyInspections;
}

function resultOf(
  item: TemplateItem,
  at: ItemOfSheet,
): { row: InspectionResultEntity; finding: FindingEntity | null } {
  const key = {
    cityId: at.county.cityId,
    countyId: at.county.county.id,
    programId: DEMONSTRATION_PROGRAM,
    month: at.month,
    itemId: item.id,
  };
  const { inspectedOn } = at.inspection;
  if (inspectedOn === null) {
    return { row: { ...key, conclusion: null, number: null, carriedFrom: null, note: null }, finding: null };
  }
  const before = at.written.inspectionResults.findLast((one) => one.itemId === item.id);
  if (before && !isCheckedIn(item, at, before)) {
    const carriedFrom = before.carriedFrom ?? before.month;
    return { row: { ...before, ...key, carriedFrom }, finding: null };
  }
  const { conclusion, number, note, summary } = conclude(item.id, at, isoDate(inspectedOn));
  const row = {
    ...key,
    conclusion,
    number: number === null ? null : `${number}.00`,
    carriedFrom: null,
    note,
  };
  return {
    row,
    finding: summary === null ? null : found(key, summary, { ...at, inspectedOn: isoDate(inspectedOn) }),
  };
}

/**
 * Quarterly items are checked in the last month of a quarter, yearly ones in January and June, all in the first month
 * of all. An item that failed is checked again in the next month instead of being carried, once its finding is closed;
 * only the days that money took cannot be made up for.
 */
function isCheckedIn(
  item: TemplateItem,
  { month, written, inspection }: ItemOfSheet,
  before: InspectionResultEntity,
): boolean {
  if (item.frequency === 'monthly' || month === FIRST_MONTH) return true;
  if (item.frequency === 'quarterly' && monthNumber(month) % 3 === 0) return true;
  if (item.frequency === 'yearly' && [1, 6].includes(monthNumber(month))) return true;
  if (before.conclusion !== 'fail' || item.id === 'moneyClock') return false;
  const closedOn = written.findings.findLast((one) => one.itemId === item.id)?.closedOn ?? null;
  return closedOn !== null && inspection.inspectedOn !== null && closedOn <= inspection.inspectedOn;
}

function conclude(item: AssistantsItemId, at: ItemOfSheet, inspectedOn: IsoDate): ItemConclusion {
  const { county, month, written } = at;
  if (item === 'lastFindingsRectified') {
    const lastInspection = written.inspections.at(-2)?.inspectedOn ?? inspectedOn;
    const open = written.findings.filter(
      ({ month: foundIn, closedOn }) => foundIn < month && (closedOn === null || closedOn > lastInspection),
    );
    const closed = open.filter(({ closedOn }) => closedOn !== null && closedOn <= inspectedOn).length;
    const due = open.filter(({ deadline }) => deadline <= inspectedOn).length;
    return judgeRectification(open.length, due, closed);
  }
  if (item === 'filing' && month.slice(5) > '06') return { ...AGAIN_COMPLETE };
  return judgeItem(item, {
    ...county,
    month,
    wagesOf: (wanted) => county.wageMonths.find((one) => one.month === wanted),
    filings: county.filings,
  });
}

/** Late filings were completed meanwhile: checked again, all four are there. */
const AGAIN_COMPLETE: ItemConclusion = {
  conclusion: 'pass',
  number: 4,
  note: '复核：4项备案材料已补齐。',
  summary: null,
};

const DAYS_TO_RECTIFY = 30;

function found(
  key: Pick<FindingEntity, 'cityId' | 'countyId' | 'programId' | 'month' | 'itemId'>,
  summary: string,
  { written, inspectedOn }: { written: CountyInspections; inspectedOn: IsoDate },
): FindingEntity {
  const told = storyOf(key.countyId).findings.find(
    (one) => one.item === key.itemId && one.month === key.month,
  );
  const chance = keyedGenerator(`finding/${key.countyId}/${key.month}/${key.itemId}`);
  const after = told?.rectifiedAfterDays === undefined ? chance.between(9, 15) : told.rectifiedAfterDays;
  const rectifiedOn = after === null ? null : workingDayAfter(inspectedOn, after);
  const year = key.month.slice(0, 4);
  return {
    ...key,
    summary,
    foundOn: inspectedOn,
    deadline: addDays(inspectedOn, DAYS_TO_RECTIFY),
    rectifiedOn,
    closedOn: rectifiedOn && workingDayAfter(rectifiedOn, chance.between(2, 4)),
    repeated: written.findings.some(({ itemId, month }) => itemId === key.itemId && month.startsWith(year)),
    resultItemId: key.itemId,
    doubtId: null,
    roundId: null,
    indicatorId: null,
    clause: null,
    responsible: null,
    returnedOn: null,
    rectifiedBy: null,
    closedBy: null,
    version: 1,
  };
}
