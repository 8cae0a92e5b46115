import { addMonths, monthsOfYear, yearMonth, yearOf } from '@yuheng/shared/domain/period/year-month';
import type { ClosedMonthEntity } from '../funds/closed-month.entity';
import type { LedgerEntryEntity } from '../funds/ledger-entry.entity';
import type { ReconciliationExplanationEntity } from '../funds/reconciliation-explanation.entity';
import type { WageMonthEntity } from '../funds/wage-month.entity';
import { DEMONSTRATION_PROGRAM } from './demonstration-day';
import type { DemonstrationMovement } from './demonstration-money';

/** The accounting subject of every link; the texts name none. */
const SUBJECT = '演示科目（社区矫正经费）';

/** A movement as the ledger keeps it: city money, entered on the day on which it moved. */
export const ledgerOfMovement = ({
  movementId,
  stage,
  movedOn,
  ...movement
}: DemonstrationMovement): LedgerEntryEntity => ({
  ...movement,
  entryId: movementId,
  number: 0,
  groupId: movementId,
  link: stage,
  source: 'cityGrant',
  kind: 'ordinary',
  datedOn: movedOn,
  documentNumber: movement.documentNumber ?? `演示县财收〔${movement.year}〕1号`,
  subject: SUBJECT,
  monthWorked: null,
  reverses: null,
  settles: null,
  sourceDocument: null,
  enteredBy: null,
  enteredAt: new Date(`${movedOn}T00:00:00+08:00`),
  reason: null,
});

/** The year whose books are closed; those of the year after it are open until the split is decided. */
const CLOSED_YEAR = 2024;

/** The closed months of the demonstration. Loaded after the ledger, which takes nothing in them. */
export const closedMonths = (cityId: string): ClosedMonthEntity[] =>
  monthsOfYear(CLOSED_YEAR).map((month) => ({
    cityId,
    programId: DEMONSTRATION_PROGRAM,
    month,
    closedBy: 'officer-1',
    closedAt: new Date(`${CLOSED_YEAR + 1}-03-31T02:00:00Z`),
    reopenedBy: null,
    reopenedAt: null,
    reopenReason: null,
  }));

/** What the counties said of the months of the closed year and the one after it in which a post was vacant. */
export const vacancyExplanations = (
  wageMonths: readonly WageMonthEntity[],
  posts: ReadonlyMap<string, number>,
): ReconciliationExplanationEntity[] =>
  wageMonths
    .filter(
      ({ month, countyId, personsOnPost, stage }) =>
        [CLOSED_YEAR, CLOSED_YEAR + 1].includes(yearOf(yearMonth(month))) &&
        stage === 'approved' &&
        personsOnPost < (posts.get(countyId) ?? 0),
    )
    .map(({ cityId, countyId, programId, month }) => ({
      cityId,
      countyId,
      programId,
      month,
      version: 1,
      text: '岗位空缺，正在公开招录；空缺期间的市级补助未使用，留在专账，年末按规定结转或交回。',
      explainedBy: `county-${countyId}`,
      explainedAt: new Date(`${addMonths(yearMonth(month), 1)}-20T02:00:00Z`),
    }));
