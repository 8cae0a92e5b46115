import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** 绩效评价办法 as data, versioned; published means unchangeable. */
@Entity('evaluation_method')
@Check('ck_evaluation_method__based_on', 'based_on < version')
export class EvaluationMethodEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_method' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_method' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_evaluation_method' })
  version: number;

  @Column('jsonb')
  name: unknown;

  @Column('jsonb')
  definition: unknown;

  @Column('date', { nullable: true })
  publishedOn: string | null;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('text', { nullable: true })
  publishedBy: string | null;

  @Column('integer', { nullable: true })
  basedOn: number | null;

  @Column('text', { default: '' })
  basis: string;
}
