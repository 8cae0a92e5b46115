import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReplySheetEntity } from './reply-sheet.entity';

/** What a county says of one indicator of its draft result, and what it asks for. */
@Entity('county_reply')
@Index('ix_county_reply__county', ['countyId', 'roundId'])
@ForeignKey(
  () => ReplySheetEntity,
  ['cityId', 'roundId', 'countyId', 'draftNumber'],
  ['cityId', 'roundId', 'countyId', 'draftNumber'],
  { name: 'fk_county_reply__sheet' },
)
@Check('ck_county_reply__text', `text <> ''`)
export class CountyReplyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_county_reply' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_county_reply' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_county_reply' })
  countyId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_county_reply' })
  draftNumber: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_county_reply' })
  indicatorId: string;

  @Column('text')
  text: string;

  @Column('numeric', { nullable: true })
  askedScore: string | null;

  @Column('jsonb')
  evidence: unknown;

  @Column('text')
  writtenBy: string;

  @Column('timestamptz')
  writtenAt: Date;
}
