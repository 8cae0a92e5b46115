import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from './accounts/account.entity';

/** A session; only the SHA-256 of its token is stored. */
@Entity('session')
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_session__account' })
@Unique('uq_session__id', ['sessionId'])
@Index('ix_session__account', ['accountId'])
@Check('ck_session__method', `method in ('password', 'openId')`)
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

  /** How its person names it, for ending it from elsewhere; the token is known to the browser alone. */
  @Column('uuid')
  sessionId: string;

  @Column('text')
  address: string;

  @Column('text')
  userAgent: string;

  @Column('text')
  method: 'password' | 'openId';

  @Column('timestamptz')
  authenticatedAt: Date;

  @Column('timestamptz', { nullable: true })
  secondFactorAt: Date | null;
}
