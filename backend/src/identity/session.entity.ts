import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity';

/** A session; only the SHA-256 of its token is stored. */
@Entity('session')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_session__account' })
@Index('ix_session__account', ['accountId'])
export class SessionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_session' })
  tokenSha256: string;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastUsedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
