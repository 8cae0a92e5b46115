import type { BoundaryShape } from '@yuheng/shared/domain/regions/boundaries/boundary-shape';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The boundaries of the city's counties by a file of its own, with the number of its approval (审图号). One a city. */
@Entity('boundary_map')
@Check('ck_boundary_map__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_boundary_map__points', `points > 0`)
@Check('ck_boundary_map__version', `version >= 1`)
export class BoundaryMapEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_boundary_map' })
  cityId: string;

  /** Empty: not known, of which every map warns. */
  @Column('text')
  reviewNumber: string;

  @Column('text')
  fileName: string;

  /** Of the file as it was loaded. */
  @Column('text')
  sha256: string;

  /** How many points the file had. */
  @Column('integer')
  points: number;

  /** As they are drawn. */
  @Column('jsonb')
  shapes: readonly BoundaryShape[];

  @Column('integer')
  version: number;

  @Column('text')
  loadedBy: string;

  @Column('timestamptz')
  loadedAt: Date;
}
