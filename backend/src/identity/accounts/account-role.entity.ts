import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A role of an account. */
@Entity('account_role')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_account_role__account' })
export class AccountRoleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account_role' })
  accountId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_account_role' })
  role: string;
}
