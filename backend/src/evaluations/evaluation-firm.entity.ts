import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** 第三方机构. */
@Entity('evaluation_firm')
@Unique('uq_evaluation_firm__code', ['cityId', 'code'])
@Check('ck_evaluation_firm__name', `name <> '' and code <> ''`)
export class EvaluationFirmEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluation_firm' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation_firm' })
  firmId: string;

  @Column('text')
  name: string;

  /** 统一社会信用代码, or what the bureau numbers it by. */
  @Column('text')
  code: string;

  @Column('integer')
  version: number;

  @Column('date', { nullable: true })
  closedOn: string | null;
}
