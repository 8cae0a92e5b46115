import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';

/** A code that stands in for the authenticator once. */
@Entity('recovery_code')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_recovery_code__account' })
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recovery_code' })
  accountId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_recovery_code' })
  codeSha256: string;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
