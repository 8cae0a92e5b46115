import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says what this database is: its city, and the day of its demonstration data if it has any. */
@Entity('installation')
@Check('ck_installation__one_row', `singleton`)
export class InstallationEntity {
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'pk_installation', default: true })
  singleton: boolean;

  @Column('date', { nullable: true })
  demonstrationDay: string | null;

  @Column('text')
  cityId: string;

  /** By key id, a check value of every key under which personal data may be stored here. */
  @Column('jsonb', { default: {} })
  keyChecks: Readonly<Record<string, string>>;
}
