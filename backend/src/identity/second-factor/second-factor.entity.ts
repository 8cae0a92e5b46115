import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '../../database/bigint-column';
import { AccountEntity } from '../accounts/account.entity';

/** The secret of an account's authenticator (TOTP), encrypted. */
@Entity('second_factor')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_second_factor__account' })
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_second_factor' })
  accountId: string;

  @Column('text')
  secretCipher: string;

  @Column('timestamptz')
  begunAt: Date;

  /** null: begun, and not yet proved by a first code. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** The last time step whose code was taken: none is taken twice. */
  @Column('bigint', { nullable: true, transformer: bigintColumn })
  lastStep: number | null;
}
