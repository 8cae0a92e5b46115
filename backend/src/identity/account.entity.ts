import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PlaceEntity } from '../regions/place.entity';

/** An account. The application role reads it through functions only. */
@Entity('account')
@Unique('uq_account__username', ['username'])
@ForeignKey(() => PlaceEntity, ['placeId'], ['placeId'], { name: 'fk_account__place' })
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_account' })
  accountId: string;

  @Column('text')
  username: string;

  @Column('text')
  name: string;

  @Column('text')
  passwordHash: string;

  @Column('text')
  placeId: string;

  @Column('boolean')
  demonstration: boolean;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
