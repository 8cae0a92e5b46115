import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RoundMemberEntity } from './round-member.entity';

/** What a member of a team declares of a county (利害关系): without it, or with a conflict, nothing of the county is shown. */
@Entity('interest_declaration')
@ForeignKey(() => RoundMemberEntity, ['cityId', 'roundId', 'accountId'], ['cityId', 'roundId', 'accountId'], {
  name: 'fk_interest_declaration__member',
})
@Index('ix_interest_declaration__account', ['accountId'])
@Check('ck_interest_declaration__reason', `not conflict or reason is not null`)
export class InterestDeclarationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_interest_declaration' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interest_declaration' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_interest_declaration' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interest_declaration' })
  accountId: string;

  @Column('boolean')
  conflict: boolean;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  declaredAt: Date;
}
