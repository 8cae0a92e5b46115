import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 督查表, versioned. */
@Entity('inspection_template')
export class InspectionTemplateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_template' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_inspection_template' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_inspection_template' })
  version: number;

  @Column('date')
  validFrom: string;

  @Column('jsonb')
  items: unknown;
}
