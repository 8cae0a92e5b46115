import { Injectable } from '@nestjs/common';
import type { MailFailure } from '@yuheng/shared/contract/mailboxes';
import { MAIL_KEPT_DAYS } from '@yuheng/shared/domain/duties/mail-retry';
import type { Letter } from '@yuheng/shared/domain/duties/reminder-letter';
import type { ReminderUnit } from '@yuheng/shared/domain/duties/reminder-unit';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';

/** A mail whose time has come, held by the transaction. */
export interface HeldMail extends ReminderUnit {
  readonly day: string;
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
  /** Null: the bureau has no mailbox any more. */
  readonly address: string | null;
  /** It waited for as long as a mail is kept. */
  readonly tooLate: boolean;
}

/** What was sent or given up is forgotten after so many days. */
const REMEMBERED_DAYS = 90;

@Injectable()
export class MailOutboxRepository {
  /** The bureaus that have a mailbox. */
  async reached(tx: EntityManager): Promise<ReminderUnit[]> {
    return tx.query(
      `select party, place_id as place from office_mailbox where address is not null order by party, place_id`,
    );
  }

  /** Puts the mail of a bureau and day among those to be sent; one that is there already stays as it is. */
  async add(
    tx: EntityManager,
    cityId: string,
    { party, place, day, subject, text }: ReminderUnit & Letter & { readonly day: IsoDate },
  ): Promise<void> {
    await tx.query(
      `insert into mail_outbox (city_id, party, place_id, day, message_id, subject, body, state, attempts, queued_at, next_attempt_at)
       values ($1, $2, $3, $4, gen_random_uuid(), $5, $6, 'waiting', 0, now(), now())
       on conflict do nothing`,
      [cityId, party, place, day, subject, text],
    );
  }

  /** One mail whose time has come and that no other server holds. */
  async hold(tx: EntityManager): Promise<HeldMail | null> {
    const rows = await tx.query<HeldMail[]>(
      `select o.party, o.place_id as place, to_char(o.day, 'YYYY-MM-DD') as day, o.message_id as "messageId", o.subject,
         o.body, o.attempts, m.address, o.queued_at < now() - make_interval(days => $1) as "tooLate"
       from mail_outbox o
       left join office_mailbox m on m.city_id = o.city_id and m.party = o.party and m.place_id = o.place_id
       where o.state = 'waiting' and o.next_attempt_at <= now()
       order by o.next_attempt_at, o.party, o.place_id
       limit 1 for update of o skip locked`,
      [MAIL_KEPT_DAYS],
    );
    return rows[0] ?? null;
  }

  async sent(tx: EntityManager, mail: HeldMail): Promise<void> {
    await tx.query(
      `update mail_outbox set state = 'sent', attempts = attempts + 1, failure = null, ended_at = clock_timestamp()
       where party = $1 and place_id = $2 and day = $3`,
      [mail.party, mail.place, mail.day],
    );
  }

  async tryAgain(
    tx: EntityManager,
    mail: HeldMail,
    { failure, minutes }: { readonly failure: MailFailure; readonly minutes: number },
  ): Promise<void> {
    await tx.query(
      `update mail_outbox set attempts = attempts + 1, failure = $4,
         next_attempt_at = clock_timestamp() + make_interval(mins => $5)
       where party = $1 and place_id = $2 and day = $3`,
      [mail.party, mail.place, mail.day, failure, minutes],
    );
  }

  async giveUp(tx: EntityManager, mail: HeldMail, failure: MailFailure): Promise<void> {
    await tx.query(
      `update mail_outbox set state = 'givenUp', failure = $4, ended_at = clock_timestamp()
       where party = $1 and place_id = $2 and day = $3`,
      [mail.party, mail.place, mail.day, failure],
    );
  }

  async forget(tx: EntityManager): Promise<void> {
    await tx.query(`delete from mail_outbox where queued_at < now() - make_interval(days => $1)`, [
      REMEMBERED_DAYS,
    ]);
  }
}
