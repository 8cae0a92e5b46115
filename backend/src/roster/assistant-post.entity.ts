import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AssistantEntity } from './assistant.entity';

/** 在岗期间 of one person: first and last day on post, both included; without a last one still on post. */
@Entity('assistant_post')
@ForeignKey(
  () => AssistantEntity,
  ['cityId', 'countyId', 'assistantId'],
  ['cityId', 'countyId', 'assistantId'],
  { name: 'fk_assistant_post__assistant' },
)
@Check('ck_assistant_post__days', `until_day is null or until_day >= from_day`)
export class AssistantPostEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_assistant_post' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_assistant_post' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assistant_post' })
  assistantId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_assistant_post' })
  fromDay: string;

  @Column('date', { nullable: true })
  untilDay: string | null;

  /** Why it ended. */
  @Column('text', { nullable: true })
  reason: string | null;
}
