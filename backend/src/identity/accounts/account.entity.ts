import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PlaceEntity } from '../../regions/place.entity';

/** An account: who somebody is here. How the person proves it stands in other tables, closed to administrators. */
@Entity('account')
@Unique('uq_account__username', ['username'])
@Unique('uq_account__open_id_subject', ['openIdSubject'])
@ForeignKey(() => PlaceEntity, ['placeId'], ['placeId'], { name: 'fk_account__place' })
@ForeignKey(() => AccountEntity, ['enteredBy'], ['accountId'], { name: 'fk_account__entered_by' })
@ForeignKey(() => AccountEntity, ['approvedBy'], ['accountId'], { name: 'fk_account__approved_by' })
@Check('ck_account__approver', 'approved_by is null or entered_by is null or approved_by <> entered_by')
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account' })
  accountId: string;

  @Column('text')
  username: string;

  @Column('text')
  name: string;

  @Column('text')
  placeId: string;

  @Column('boolean')
  demonstration: boolean;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Who last entered its roles; null: the program itself. */
  @Column('uuid', { nullable: true })
  enteredBy: string | null;

  /** null: waits for the security administrator, and nobody signs in with it. */
  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('text', { nullable: true })
  disabledReason: string | null;

  /** `sub` of the OpenID provider. */
  @Column('text', { nullable: true })
  openIdSubject: string | null;
}
