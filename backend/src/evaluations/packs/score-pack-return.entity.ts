import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ScorePackEntity } from './score-pack.entity';

/** A workbook of a pack that came back: what was read in it, and when it was taken over. */
@Entity('score_pack_return')
@ForeignKey(() => ScorePackEntity, ['cityId', 'packId'], ['cityId', 'packId'], {
  name: 'fk_score_pack_return__pack',
})
@Index('ix_score_pack_return__account', ['accountId', 'packId'])
@Index('uq_score_pack_return__applied', ['cityId', 'packId', 'sha256'], {
  unique: true,
  where: 'applied_at is not null',
})
@Check('ck_score_pack_return__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class ScorePackReturnEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_score_pack_return' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_score_pack_return' })
  returnId: string;

  @Column('uuid')
  packId: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  fileName: string;

  /** Of the workbook, also where the whole pack was sent. */
  @Column('text')
  sha256: string;

  /** Each row with what would be written. */
  @Column('jsonb')
  content: unknown;

  /** The workbook again, with a comment in each wrong cell. */
  @Column('bytea', { select: false })
  result: Buffer;

  @Column('timestamptz')
  readAt: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}
