import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';

/** A password that an account had before, kept so that it is not taken again too soon. */
@Entity('former_password')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_former_password__account' })
export class FormerPasswordEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_former_password' })
  accountId: string;

  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'pk_former_password' })
  changedAt: Date;

  @Column('text')
  passwordHash: string;
}
