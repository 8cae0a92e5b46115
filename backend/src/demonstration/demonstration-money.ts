import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import { addMonthsToDay, isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { FilingEntity } from '../funds/filing.entity';
import type { ProgramPostEntity } from '../programs/program-post.entity';
import { storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_PROGRAM, DEMONSTRATION_YEARS } from './demonstration-day';
import { keyedGenerator } from './keyed-generator';
import { nameBasedUuid } from './name-based-uuid';
import { workingDayAfter } from './working-day';

type GatheredYear = 2024 | 2025;
const GATHERED_YEARS: readonly GatheredYear[] = [2024, 2025];

export const ISSUED = {
  2024: { on: isoDate('2024-04-16'), documentNumber: '演示财行〔2024〕11号' },
  2025: { on: isoDate('2025-04-15'), documentNumber: '演示财行〔2025〕12号' },
} as const;

const SOURCES = {
  2024: '演示数据：2024年文本未收录，沿用2025年文本名额',
  2025: '2025年预算重点领域财政项目文本公开，六、资金安排情况（一）',
  2026: '演示数据：2026年文本未公布，沿用2025年文本名额',
} as const;

/** The days on which one year's money moved; `firstPassOn` ends the time of county advances. */
export interface MoneyDays {
  readonly issued: IsoDate;
  readonly received: IsoDate;
  readonly firstPassOn: IsoDate;
  readonly lastPassOn: IsoDate;
  /** When the advances of the year's first months were offset (归垫). */
  readonly settled: IsoDate;
}

/** Null for a year whose money has not been issued: 2026, whose issue is planned for April. */
export function moneyDays({ county }: CountyKey, year: number): MoneyDays | null {
  if (year !== 2024 && year !== 2025) return null;
  const chance = keyedGenerator(`money/${county.id}/${year}`);
  const issued = ISSUED[year].on;
  const received = workingDayAfter(issued, chance.between(3, 9));
  const lastPassOn = workingDayAfter(received, storyOf(county.id).money[year].passOnAfterDays);
  const firstPassOn = inTwoParts(county.id, year) ? workingDayAfter(received, 8) : lastPassOn;
  return {
    issued,
    received,
    firstPassOn,
    lastPassOn,
    settled: workingDayAfter(lastPassOn, chance.between(4, 9)),
  };
}

/** One county passed the money on in two parts in 2025, so that a chain with more than one link is seen. */
const inTwoParts = (countyId: string, year: number): boolean => countyId === 'xinping' && year === 2025;

/** One of the first three links of a year's money; the ledger's other entries follow from the wages. */
export interface DemonstrationMovement {
  readonly cityId: string;
  readonly countyId: string;
  readonly programId: string;
  readonly year: number;
  readonly movementId: string;
  readonly stage: 'issue' | 'receipt' | 'passOn';
  readonly movedOn: IsoDate;
  readonly fen: Fen;
  readonly documentNumber: string | null;
}

export function programPosts({ cityId, county }: CountyKey): ProgramPostEntity[] {
  return DEMONSTRATION_YEARS.map((year) => ({
    cityId,
    countyId: county.id,
    programId: DEMONSTRATION_PROGRAM,
    year,
    posts: county.posts,
    initialBudgetFen: county.amount,
    adjustedBudgetFen: county.amount,
    source: SOURCES[year],
  }));
}

export function fundMovements(key: CountyKey): DemonstrationMovement[] {
  return GATHERED_YEARS.flatMap((year) => movementsOfYear(key, year));
}

function movementsOfYear(key: CountyKey, year: GatheredYear): DemonstrationMovement[] {
  const days = moneyDays(key, year);
  if (!days) return [];
  const { cityId, county } = key;
  const movement = (
    stage: 'issue' | 'receipt' | 'passOn',
    movedOn: IsoDate,
    amount: Fen,
    documentNumber: string | null,
  ): DemonstrationMovement => ({
    cityId,
    countyId: county.id,
    programId: DEMONSTRATION_PROGRAM,
    year,
    movementId: nameBasedUuid(`movement/${county.id}/${year}/${stage}/${movedOn}`),
    stage,
    movedOn,
    fen: amount,
    documentNumber,
  });
  const number = keyedGenerator(`document/${county.id}/${year}`).between(20, 60);
  const passOnNumber = (part: number): string => `演示县财行〔${year}〕${number + part}号`;
  const firstPart = inTwoParts(county.id, year) ? fen((county.amount / 10) * 6) : county.amount;
  const rows = [
    movement('issue', days.issued, county.amount, ISSUED[year].documentNumber),
    movement('receipt', days.received, county.amount, null),
    movement('passOn', days.firstPassOn, firstPart, passOnNumber(0)),
  ];
  if (firstPart < county.amount) {
    rows.push(movement('passOn', days.lastPassOn, fen(county.amount - firstPart), passOnNumber(1)));
  }
  return rows;
}

/** The day by which the year's papers are to be filed: within one month of receipt (2022 text). */
export const filingDue = (received: IsoDate): IsoDate => addMonthsToDay(received, 1);

/** Four filings a year: two documents to two bureaus. Those of 2026 are there with no date, their clock has not started. */
export function filings(key: CountyKey): FilingEntity[] {
  const { cityId, county } = key;
  return DEMONSTRATION_YEARS.flatMap((year) => {
    const days = filingDays(key, year);
    return (['implementationPlan', 'transferDocument'] as const).flatMap((document) =>
      (['cityJustice', 'cityFinance'] as const).map((recipient) => ({
        cityId,
        countyId: county.id,
        programId: DEMONSTRATION_PROGRAM,
        year,
        document,
        recipient,
        filedOn: days?.[document][recipient] ?? null,
        documentNumber: null,
        filedBy: null,
      })),
    );
  });
}

type FilingDays = Record<
  'implementationPlan' | 'transferDocument',
  Record<'cityJustice' | 'cityFinance', IsoDate>
>;

function filingDays(key: CountyKey, year: number): FilingDays | null {
  const days = moneyDays(key, year);
  if (!days || (year !== 2024 && year !== 2025)) return null;
  const chance = keyedGenerator(`filing/${key.county.id}/${year}`);
  const story = storyOf(key.county.id).money[year];
  const plan = workingDayAfter(days.received, story.planFiledAfterDays ?? chance.between(10, 20));
  const transfer = workingDayAfter(days.lastPassOn, story.transferFiledAfterDays);
  return {
    implementationPlan: { cityJustice: plan, cityFinance: workingDayAfter(plan, chance.between(0, 1)) },
    transferDocument: { cityJustice: transfer, cityFinance: transfer },
  };
}
