import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '../database/bigint-column';

/** One link of the trail. The application reaches it through functions only; nobody changes or deletes it. */
@Entity('audit_entry')
@Check('ck_audit_entry__algorithm', `algorithm in ('sha256', 'sm3')`)
@Check(
  'ck_audit_entry__derived',
  `act = content::jsonb ->> 'act' and outcome = content::jsonb ->> 'outcome'
      and actor is not distinct from content::jsonb #>> '{actor,username}'
      and object_kind is not distinct from content::jsonb #>> '{object,kind}'
      and object_id is not distinct from content::jsonb #>> '{object,id}'
      and request_id is not distinct from content::jsonb ->> 'requestId'
      and personal_data = (content::jsonb @> '{"personalData":true}')`,
)
@Index('ix_audit_entry__at', ['cityId', 'at'])
@Index('ix_audit_entry__actor', ['cityId', 'actor', 'seq'])
@Index('ix_audit_entry__act', ['cityId', 'act', 'seq'])
@Index('ix_audit_entry__object', ['cityId', 'objectId', 'seq'])
@Index('ix_audit_entry__personal_data', ['cityId', 'seq'], { where: 'personal_data' })
export class AuditEntryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_audit_entry' })
  cityId: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_audit_entry', transformer: bigintColumn })
  seq: number;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  algorithm: string;

  /** The canonical JSON that was hashed, to the byte. */
  @Column('text')
  content: string;

  @Column('text')
  previous: string;

  @Column('text')
  hash: string;

  @Column('text')
  act: string;

  @Column('text', { nullable: true })
  actor: string | null;

  @Column('text')
  outcome: string;

  @Column('text', { nullable: true })
  objectKind: string | null;

  @Column('text', { nullable: true })
  objectId: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('boolean')
  personalData: boolean;
}
