import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** A scan of a round, of one county or of the whole; never changed. */
@Entity('round_file')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_round_file__round',
})
@Check('ck_round_file__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_round_file__size', `size = octet_length(content) and size > 0`)
export class RoundFileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_file' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_file' })
  roundId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_file' })
  fileId: string;

  @Column('text', { nullable: true })
  countyId: string | null;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('bytea', { select: false })
  content: Buffer;

  @Column('text')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
