import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../identity/accounts/account.entity';

/** What one account did under one Idempotency-Key, so that the same request sent again is answered and not done again. */
@Entity('idempotency_key')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_idempotency_key__account' })
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotency_key' })
  accountId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_key' })
  key: string;

  @Column('text')
  act: string;

  @Column('text')
  requestSha256: string;

  @Column('jsonb', { nullable: true })
  result: unknown;

  @Column('timestamptz')
  createdAt: Date;
}
