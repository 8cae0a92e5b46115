import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A document of a county that values and rectifications name as evidence; never changed. */
@Entity('evidence_file')
@Unique('uq_evidence_file__content', ['cityId', 'countyId', 'sha256', 'fileName'])
@Check('ck_evidence_file__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_evidence_file__size', `size = octet_length(content) and size > 0`)
export class EvidenceFileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evidence_file' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evidence_file' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evidence_file' })
  fileId: string;

  @Column('text')
  fileName: string;

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
