import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { Posting } from '@yuheng/shared/domain/ledger/ledger';
import type { YearMonth } from '@yuheng/shared/domain/period/year-month';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import { LedgerEntryEntity } from './ledger-entry.entity';
import type { LedgerOf } from './ledger.queries';

/** What the lines of one act share. */
export interface PostingAct extends Pick<LedgerOf, 'county' | 'program'> {
  readonly by: string;
  readonly reason: string | null;
  readonly sourceDocument: string | null;
}

/** Months that somebody closes or opens again. */
export interface ClosedBy {
  readonly program: ProgramId;
  readonly months: readonly YearMonth[];
  readonly by: string;
}

const CHANGED_MEANWHILE = bilingual(
  '登记期间账面已有变化，本笔未登记；请刷新后核对余额再试。',
  'The ledger changed in the meantime and this was not entered: read it again, check the balance, and try again.',
);
const CLOSED = bilingual(
  '所涉月份或年度已关账，本笔未登记。',
  'The month or the year is closed; this was not entered.',
);

/** The rules of money as the database holds them; whoever was first keeps what it entered. */
const BROKEN_RULES: Readonly<Record<string, Bilingual>> = {
  ck_ledger_entry__open_month: CLOSED,
  ck_ledger_balance__received: CHANGED_MEANWHILE,
  ck_ledger_balance__passed_on: CHANGED_MEANWHILE,
  ck_ledger_balance__granted: CHANGED_MEANWHILE,
  ck_ledger_balance__sign: CHANGED_MEANWHILE,
  ck_ledger_entry__unsettled: CHANGED_MEANWHILE,
  uq_ledger_entry__reverses: CHANGED_MEANWHILE,
};

@Injectable()
export class LedgerRepository {
  constructor(private readonly settings: Settings) {}

  /**
   * Posts the lines of one act in their order; the database checks every rule once more, under the lock of the ledger.
   * @returns the identity of the act
   * @throws ProblemException conflict where somebody else's entry came first, so that a rule would now be broken.
   */
  async post(tx: EntityManager, postings: readonly Posting[], act: PostingAct): Promise<string> {
    const groupId = randomUUID();
    const rows = postings.map((one): LedgerEntryEntity => ({
      cityId: this.settings.cityId,
      countyId: act.county,
      programId: act.program,
      year: one.year,
      entryId: randomUUID(),
      number: 0,
      groupId,
      link: one.link,
      source: one.source,
      kind: one.kind,
      fen: one.amount,
      datedOn: one.on,
      documentNumber: one.documentNumber,
      subject: one.subject,
      monthWorked: one.monthWorked,
      reverses: one.reverses,
      settles: one.settles,
      sourceDocument: act.sourceDocument,
      enteredBy: act.by,
      enteredAt: this.settings.clock.now(),
      reason: act.reason,
    }));
    try {
      await tx
        .createQueryBuilder()
        .insert()
        .into(LedgerEntryEntity)
        .values(rows)
        .updateEntity(false)
        .execute();
    } catch (error) {
      const { constraint } = error as { constraint?: unknown };
      const told = typeof constraint === 'string' ? BROKEN_RULES[constraint] : undefined;
      throw told ? new ProblemException('conflict', told) : error;
    }
    return groupId;
  }

  async closeMonths(tx: EntityManager, { program, months, by }: ClosedBy): Promise<void> {
    await tx.query(
      `insert into closed_month (city_id, program_id, month, closed_by, closed_at)
       select $1, $2, month, $4, $5 from unnest($3::text[]) as month order by month
       on conflict (city_id, program_id, month) do update
         set closed_by = excluded.closed_by, closed_at = excluded.closed_at,
             reopened_by = null, reopened_at = null, reopen_reason = null
         where closed_month.reopened_at is not null`,
      [this.settings.cityId, program, months, by, this.settings.clock.now()],
    );
  }

  async reopenMonths(
    tx: EntityManager,
    { program, months, by, reason }: ClosedBy & { readonly reason: string },
  ): Promise<void> {
    await tx.query(
      `update closed_month set reopened_by = $4, reopened_at = $5, reopen_reason = $6
       where city_id = $1 and program_id = $2 and month = any($3::text[]) and reopened_at is null`,
      [this.settings.cityId, program, months, by, this.settings.clock.now(), reason],
    );
  }
}
