import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** The telephone number of an account, encrypted; its keyed hash finds an equal one. */
@Entity('account_contact')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_account_contact__account' })
@Index('ix_account_contact__phone', ['phoneHash'])
export class AccountContactEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account_contact' })
  accountId: string;

  @Column('text')
  phoneCipher: string;

  @Column('text')
  phoneHash: string;
}
