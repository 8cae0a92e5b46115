import type { ReminderParty } from '@yuheng/shared/domain/duties/reminder-unit';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PlaceEntity } from '../regions/place.entity';

/** The mailbox of a bureau. One that was removed stays without its address, so that its version goes on. */
@Entity('office_mailbox')
@ForeignKey(() => PlaceEntity, ['placeId'], ['placeId'], { name: 'fk_office_mailbox__place' })
@Check(
  'ck_office_mailbox__party',
  `party in ('cityJustice', 'cityFinance', 'countyJustice', 'countyFinance')`,
)
@Check(
  'ck_office_mailbox__address',
  `address ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$' and length(address) <= 254`,
)
@Check('ck_office_mailbox__version', `version >= 1`)
export class OfficeMailboxEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_office_mailbox' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_office_mailbox' })
  party: ReminderParty;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_office_mailbox' })
  placeId: string;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('integer')
  version: number;

  @Column('text')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}
