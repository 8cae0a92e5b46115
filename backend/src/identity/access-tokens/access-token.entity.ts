import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity';

/** A personal access token; only its SHA-256 is stored. */
@Entity('access_token')
@Unique('uq_access_token__sha256', ['tokenSha256'])
@Index('ix_access_token__account', ['accountId'])
@ForeignKey(() => AccountEntity, ['accountId'], ['accountId'], { name: 'fk_access_token__account' })
export class AccessTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_access_token' })
  tokenId: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  name: string;

  @Column('text')
  tokenSha256: string;

  @Column('text', { array: true })
  scopes: string[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
