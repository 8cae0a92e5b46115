import { Injectable } from '@nestjs/common';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { EntityManager } from 'typeorm';

export interface SelfRoundMethod {
  readonly version: number;
  readonly definition: Method;
}

@Injectable()
export class SelfRoundQueries {
  async method(tx: EntityManager, program: string, year: number): Promise<SelfRoundMethod | null> {
    const rows = await tx.query<SelfRoundMethod[]>(
      `select m.version, m.definition from evaluation_round r
       join evaluation_method m on m.city_id = r.city_id and m.program_id = r.program_id and m.version = r.method_version
       where r.program_id = $1 and r.year = $2 and r.kind = 'selfEvaluation'`,
      [program, year],
    );
    return rows[0] ?? null;
  }
}
