import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The tree of places: nation, province, city, county, office. Identity is apart from name and code. */
@Entity('place')
@ForeignKey(() => PlaceEntity, ['parentId'], ['placeId'], { name: 'fk_place__parent' })
@Check('ck_place__kind', `kind in ('nation', 'province', 'city', 'county', 'office')`)
@Index('ix_place__parent', ['parentId'])
export class PlaceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_place' })
  placeId: string;

  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  parentId: string | null;

  @Column('integer')
  sortOrder: number;

  @Column('integer', { nullable: true })
  tileRow: number | null;

  @Column('integer', { nullable: true })
  tileColumn: number | null;
}
