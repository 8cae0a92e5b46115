import { Injectable } from '@nestjs/common';
import type { MailFailure } from '@yuheng/shared/contract/mailboxes';
import type { ReminderUnit } from '@yuheng/shared/domain/duties/reminder-unit';
import type { EntityManager } from 'typeorm';
import { OfficeMailboxEntity } from './office-mailbox.entity';

/** A mailbox as it is stored. */
export interface StoredMailbox extends ReminderUnit {
  readonly address: string | null;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** The newest mail to a bureau. */
export interface LastMail extends ReminderUnit {
  readonly day: string;
  readonly state: 'waiting' | 'sent' | 'givenUp';
  readonly attempts: number;
  readonly failure: MailFailure | null;
  readonly at: Date;
}

@Injectable()
export class MailboxesRepository {
  async all(tx: EntityManager): Promise<StoredMailbox[]> {
    return tx.query(
      `select m.party, m.place_id as place, m.address, m.version,
         coalesce((select n.name from account_names(array[m.changed_by]) n), m.changed_by) as "changedBy",
         m.changed_at as "changedAt"
       from office_mailbox m`,
    );
  }

  /** The newest mail to each bureau. */
  async lastMails(tx: EntityManager): Promise<LastMail[]> {
    return tx.query(
      `select distinct on (party, place_id) party, place_id as place, to_char(day, 'YYYY-MM-DD') as day, state, attempts,
         failure, coalesce(ended_at, next_attempt_at) as at
       from mail_outbox order by party, place_id, queued_at desc, day desc`,
    );
  }

  /** Mails that were tried and are tried again. */
  async failing(tx: EntityManager): Promise<number> {
    const [{ waiting }] = await tx.query<[{ waiting: number }]>(
      `select count(*)::int as waiting from mail_outbox where state = 'waiting' and attempts > 0`,
    );
    return waiting;
  }

  /** The version that stands, held until the transaction ends; 0 where nothing was ever entered. */
  async heldVersion(
    tx: EntityManager,
    { party, place }: ReminderUnit,
  ): Promise<{ readonly version: number; readonly address: string | null }> {
    const rows = await tx.query<{ version: number; address: string | null }[]>(
      `select version, address from office_mailbox where party = $1 and place_id = $2 for update`,
      [party, place],
    );
    return rows[0] ?? { version: 0, address: null };
  }

  /** @returns false where somebody else entered the first address at this moment. */
  async save(tx: EntityManager, cityId: string, { place, ...mailbox }: StoredMailbox): Promise<boolean> {
    const row = { cityId, placeId: place, ...mailbox };
    if (mailbox.version > 1) {
      await tx.update(OfficeMailboxEntity, { cityId, party: mailbox.party, placeId: place }, row);
      return true;
    }
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(OfficeMailboxEntity)
      .values(row)
      .orIgnore()
      .returning('version')
      .execute();
    return (raw as unknown[]).length === 1;
  }
}
