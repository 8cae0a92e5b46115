import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { reversalOf } from '@yuheng/shared/domain/ledger/reversal';
import { closedTo } from '@yuheng/shared/domain/ledger/entry';
import { saysTheSame, wageLines, wagesBeyondGrant } from '@yuheng/shared/domain/ledger/wage-lines';
import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import { yearOf, type IsoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { LedgerQueries, type EntryRow } from './ledger.queries';
import { LedgerRepository, type ClosedBy } from './ledger.repository';
import { accept, refusedBecause } from './ledger.service';
import { balanceOf, toEntry } from './present-ledger';
import { reconciled } from './reconciled';
import { ReconciliationQueries } from './reconciliation.queries';

/** What an approved spending sheet says of one month worked. */
export interface Wages {
  readonly county: string;
  readonly program: ProgramId;
  readonly month: YearMonth;
  /** null: nothing was paid. */
  readonly paidOn: IsoDate | null;
  /** The city part without what the county advanced of it. */
  readonly cityGrantFen: Fen;
  readonly countyAdvanceFen: Fen;
  readonly countyPartFen: Fen;
  readonly by: string;
}

/** What other features do with money: the wages of an approved sheet, and months that are closed or opened again. */
@Injectable()
export class FundsService {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly repository: LedgerRepository,
    private readonly reconciliation: ReconciliationQueries,
    private readonly settings: Settings,
  ) {}

  /**
   * Posts the payments of an approved spending sheet. The same figures once more post nothing; other ones take the former lines
   * back (红字冲销) and post anew. Part of the caller's transaction.
   * @throws ProblemException refused where the grant does not cover them, an advance is settled or the month is closed; conflict
   *   where another entry came first.
   */
  async postWages(tx: EntityManager, wages: Wages): Promise<void> {
    const { county, program, month, paidOn, by } = wages;
    const ledger = { county, program, year: yearOf(month) };
    const sourceDocument = `spending/${month}`;
    const standing = await this.queries.postedFrom(tx, ledger, sourceDocument);
    const paid = {
      month,
      cityGrant: wages.cityGrantFen,
      countyAdvance: wages.countyAdvanceFen,
      countyPart: wages.countyPartFen,
    };
    const lines =
      paidOn === null ? [] : wageLines({ ...paid, paidOn }, await this.queries.subjectOf(tx, ledger));
    if (saysTheSame(standing.map(toEntry), lines)) return;
    const closed = await this.queries.closedMonths(tx, program);
    const refusals = lines.slice(0, 1).flatMap((line) => closedTo(closed, line));
    if (refusals.length > 0) throw refusedBecause(refusals);
    const act = { county, program, by, sourceDocument };
    if (standing.length > 0) {
      const reversal = accept(reversalOf(actOf(standing), this.settings.clock.today(), closed));
      await this.repository.post(tx, reversal, { ...act, reason: '支出表更正后重新审核' });
    }
    if (lines.length === 0) return;
    const [balance] = await this.queries.balances(tx, ledger);
    accept(wagesBeyondGrant(paid, balanceOf(balance)));
    await this.repository.post(tx, lines, { ...act, reason: null });
  }

  /** The months of a year whose vacancy surplus or difference no county has explained, the earliest first. */
  async unexplained(
    tx: EntityManager,
    program: ProgramId,
    year: number,
  ): Promise<{ readonly county: string; readonly month: string }[]> {
    const months = await this.reconciliation.months(tx, program, year);
    return months.filter((row) => reconciled(row).toExplain).map(({ county, month }) => ({ county, month }));
  }

  /** From now on nothing is entered in these months. Waits for entries that are on their way. */
  async closeMonths(tx: EntityManager, { program, months, by }: ClosedBy): Promise<void> {
    await this.repository.closeMonths(tx, { program, months, by });
  }

  /** Opens closed months again, by name, date and reason. */
  async reopenMonths(
    tx: EntityManager,
    { program, months, by, reason }: ClosedBy & { readonly reason: string },
  ): Promise<void> {
    await this.repository.reopenMonths(tx, { program, months, by, reason });
  }
}

const actOf = (standing: readonly EntryRow[]) => ({
  entries: standing.map(toEntry),
  reversed: [],
  settled: standing
    .filter(({ unsettledFen, fen: amount }) => unsettledFen !== null && unsettledFen < fen(amount))
    .map(({ id }) => id),
});
