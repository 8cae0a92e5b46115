import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';

/** How an account proves who it is. Only the account itself reads its row. */
@Entity('credential')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_credential__account' })
export class CredentialEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_credential' })
  accountId: string;

  @Column('text')
  passwordHash: string;

  @Column('timestamptz')
  changedAt: Date;

  /** A first password, or one that was reset. */
  @Column('boolean')
  mustChange: boolean;
}
