import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PlaceEntity } from './place.entity';

/** A name and code of a place, with the period in which they were in force. */
@Entity('place_name')
@ForeignKey(() => PlaceEntity, ['placeId'], ['placeId'], { name: 'fk_place_name__place' })
@Check('ck_place_name__period', `valid_until is null or valid_until >= valid_from`)
export class PlaceNameEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_place_name' })
  placeId: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_place_name' })
  validFrom: string;

  @Column('date', { nullable: true })
  validUntil: string | null;

  @Column('text')
  code: string;

  @Column('text')
  name: string;
}
