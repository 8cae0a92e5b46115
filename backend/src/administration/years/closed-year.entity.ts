import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProgramEntity } from '../../programs/program.entity';

/** That a program year was closed, and opened again: in turns, the last one holds. */
@Entity('closed_year')
@ForeignKey(() => ProgramEntity, ['programId'], ['programId'], { name: 'fk_closed_year__program' })
@Check(
  'ck_closed_year__turns',
  `number >= 1 and act = case when number % 2 = 1 then 'close' else 'reopen' end`,
)
export class ClosedYearEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_closed_year' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_closed_year' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_closed_year' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_closed_year' })
  number: number;

  @Column('text')
  act: string;

  @Column('text')
  reason: string;

  @Column('text')
  actedBy: string;

  @Column('timestamptz')
  actedAt: Date;
}
