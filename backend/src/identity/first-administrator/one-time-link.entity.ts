import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that works once. */
@Entity('one_time_link')
@Check('ck_one_time_link__purpose', `purpose in ('firstAdministrator')`)
export class OneTimeLinkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_one_time_link' })
  tokenSha256: string;

  @Column('text')
  purpose: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
