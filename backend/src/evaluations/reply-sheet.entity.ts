import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DraftResultEntity } from './draft-result.entity';

/** One county’s answer to a draft: open until it is handed in, with opinions or without any (无意见). */
@Entity('reply_sheet')
@Index('ix_reply_sheet__county', ['countyId', 'roundId'])
@ForeignKey(() => DraftResultEntity, ['cityId', 'roundId', 'draftNumber'], ['cityId', 'roundId', 'number'], {
  name: 'fk_reply_sheet__draft',
})
@Check('ck_reply_sheet__state', `state in ('open', 'submitted')`)
@Check(
  'ck_reply_sheet__submitted',
  `(state = 'submitted') = (submitted_by is not null) and (submitted_by is null) = (submitted_at is null)`,
)
export class ReplySheetEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reply_sheet' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reply_sheet' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reply_sheet' })
  countyId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_reply_sheet' })
  draftNumber: number;

  @Column('integer')
  version: number;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  submittedBy: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;
}
