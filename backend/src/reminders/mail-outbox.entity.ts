import type { ReminderParty } from '@yuheng/shared/domain/duties/reminder-unit';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PlaceEntity } from '../regions/place.entity';

/** The mail of one bureau and day: written once, then sent or given up. Where it goes is asked when it is sent. */
@Entity('mail_outbox')
@ForeignKey(() => PlaceEntity, ['placeId'], ['placeId'], { name: 'fk_mail_outbox__place' })
@Index('ix_mail_outbox__waiting', ['nextAttemptAt'], { where: `state = 'waiting'` })
@Check('ck_mail_outbox__party', `party in ('cityJustice', 'cityFinance', 'countyJustice', 'countyFinance')`)
@Check(
  'ck_mail_outbox__state',
  `state in ('waiting', 'sent', 'givenUp') and (state = 'waiting') = (ended_at is null)`,
)
@Check('ck_mail_outbox__attempts', `attempts >= 0`)
export class MailOutboxEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mail_outbox' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mail_outbox' })
  party: ReminderParty;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_mail_outbox' })
  placeId: string;

  /** The day that it speaks of. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_mail_outbox' })
  day: string;

  /** The same at every attempt: a mail that arrives twice is known as one. */
  @Column('uuid')
  messageId: string;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('text')
  state: 'waiting' | 'sent' | 'givenUp';

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('timestamptz')
  queuedAt: Date;

  @Column('timestamptz')
  nextAttemptAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
