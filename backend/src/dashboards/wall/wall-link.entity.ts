import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { ProgramEntity } from '../../programs/program.entity';

/** A read-only link of the wall; of its code only the SHA-256 is kept. */
@Entity('wall_link')
@ForeignKey(() => ProgramEntity, ['programId'], ['programId'], { name: 'fk_wall_link__program' })
@Unique('uq_wall_link__token', ['tokenSha256'])
@Check('ck_wall_link__revoked', `(revoked_by is null) = (revoked_at is null)`)
export class WallLinkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_wall_link' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_wall_link' })
  linkId: string;

  @Column('text')
  name: string;

  @Column('text')
  programId: ProgramId;

  @Column('text')
  tokenSha256: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('text')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { nullable: true })
  revokedBy: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
