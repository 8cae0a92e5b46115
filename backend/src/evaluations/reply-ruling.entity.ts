import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CountyReplyEntity } from './county-reply.entity';

/** 采纳, 部分采纳 or 不予采纳 of one opinion; append-only, a change of it is a new version. */
@Entity('reply_ruling')
@Index('ix_reply_ruling__county', ['countyId', 'roundId'])
@ForeignKey(
  () => CountyReplyEntity,
  ['cityId', 'roundId', 'countyId', 'draftNumber', 'indicatorId'],
  ['cityId', 'roundId', 'countyId', 'draftNumber', 'indicatorId'],
  { name: 'fk_reply_ruling__reply' },
)
@Check('ck_reply_ruling__ruling', `ruling in ('accepted', 'partlyAccepted', 'notAccepted')`)
@Check('ck_reply_ruling__score', `(ruling = 'notAccepted') = (final_score is null)`)
@Check('ck_reply_ruling__version', `version >= 1`)
export class ReplyRulingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reply_ruling' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reply_ruling' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reply_ruling' })
  countyId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_reply_ruling' })
  draftNumber: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reply_ruling' })
  indicatorId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_reply_ruling' })
  version: number;

  @Column('text')
  ruling: string;

  @Column('numeric', { nullable: true })
  finalScore: string | null;

  @Column('text')
  reason: string;

  @Column('text')
  ruledBy: string;

  @Column('timestamptz')
  ruledAt: Date;
}
