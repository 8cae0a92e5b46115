import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** 协勤人员: one person of one county's roster. Both numbers are encrypted; nothing of them is left once erased. */
@Entity('assistant')
@Unique('uq_assistant__id', ['assistantId'])
@Unique('uq_assistant__identity', ['cityId', 'countyId', 'identityHash'])
@Index('ix_assistant__identity', ['identityHash'])
@Check(
  'ck_assistant__employment',
  `employment in ('laborContract', 'laborDispatch', 'publicWelfarePost', 'other')`,
)
@Check('ck_assistant__contract', `contract_until is null or contract_until >= contract_from`)
@Check(
  'ck_assistant__erased',
  `erased_at is null or (name is null and identity_cipher is null and identity_hash is null and card_cipher is null)`,
)
export class AssistantEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_assistant' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_assistant' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assistant' })
  assistantId: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  identityCipher: string | null;

  @Column('text', { nullable: true })
  identityHash: string | null;

  @Column('text', { nullable: true })
  cardCipher: string | null;

  @Column('text')
  employment: string;

  /** 司法所; null: the county bureau itself. */
  @Column('text', { nullable: true })
  officeId: string | null;

  @Column('date', { nullable: true })
  contractFrom: string | null;

  @Column('date', { nullable: true })
  contractUntil: string | null;

  @Column('date', { nullable: true })
  insuredSince: string | null;

  @Column('boolean')
  demonstration: boolean;

  @Column('integer')
  version: number;

  /** User name; null: it came with the demonstration. */
  @Column('text', { nullable: true })
  enteredBy: string | null;

  @Column('timestamptz')
  enteredAt: Date;

  /** When name and numbers were removed because their time was over. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}
