import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';

/** From which years something of a program can be due. */
export interface DutyYears {
  /** Years for which posts stand. */
  readonly opened: readonly number[];
  /** Of a program without posts: the first year whose published text names it. */
  readonly firstPublished: number | null;
}

@Injectable()
export class DutiesQueries {
  async years(tx: EntityManager, program: ProgramId): Promise<DutyYears> {
    const rows: DutyYears[] = await tx.query(
      `select (select coalesce(array_agg(distinct year order by year), '{}') from program_post where program_id = $1) as opened,
         (select min(a.year) from publication_program a
          where a.program_id = p.program_id and p.fen_per_post_month is null) as "firstPublished"
       from program p where p.program_id = $1`,
      [program],
    );
    return rows[0] ?? { opened: [], firstPublished: null };
  }
}
