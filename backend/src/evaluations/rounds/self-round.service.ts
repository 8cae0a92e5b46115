import { Injectable } from '@nestjs/common';
import {
  groupMarksOf,
  type GroupMarks,
} from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation-marks';
import type { EntityManager } from 'typeorm';
import { SelfRoundQueries } from './self-round.queries';

/** The marks of the groups by the method of a round of 单位自评. */
export interface SelfRoundMarks {
  readonly methodVersion: number;
  readonly marks: GroupMarks;
}

/** What the bureau has set for the forms of 单位自评 of a program and year. */
@Injectable()
export class SelfRoundService {
  constructor(private readonly queries: SelfRoundQueries) {}

  /** Null where there is no such round: the defaults count. */
  async marksOf(tx: EntityManager, program: string, year: number): Promise<SelfRoundMarks | null> {
    const method = await this.queries.method(tx, program, year);
    const marks = method && groupMarksOf(method.definition);
    return method && marks ? { methodVersion: method.version, marks } : null;
  }
}
