import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A hand-over (换人交接), with what was pending at that moment. */
@Entity('hand_over')
@Unique('uq_hand_over__from', ['fromAccountId'])
@ForeignKey(() => AccountEntity, ['fromAccountId'], ['accountId'], { name: 'fk_hand_over__from' })
@ForeignKey(() => AccountEntity, ['toAccountId'], ['accountId'], { name: 'fk_hand_over__to' })
@ForeignKey(() => AccountEntity, ['byAccountId'], ['accountId'], { name: 'fk_hand_over__by' })
@Check('ck_hand_over__other', 'from_account_id <> to_account_id')
export class HandOverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_hand_over' })
  handOverId: string;

  @Column('uuid')
  fromAccountId: string;

  @Column('uuid')
  toAccountId: string;

  @Column('uuid')
  byAccountId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  reason: string;

  @Column('jsonb')
  pending: readonly PendingItem[];
}

/** One thing that is not finished, named by its keys only. */
export interface PendingItem {
  readonly kind: 'inspection' | 'finding' | 'assignment';
  readonly program?: string;
  readonly county: string;
  readonly month?: string;
  readonly item?: string;
  readonly round?: string;
}
