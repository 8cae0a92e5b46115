import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';

/** A split that was decided here and is in force: no later decision of its year corrected it. */
export interface DecidedSplitOfYear {
  readonly decision: string;
  readonly run: string;
  readonly year: number;
  readonly documentNumber: string;
  readonly decidedOn: IsoDate;
  readonly counties: readonly { readonly county: string; readonly posts: number; readonly fen: number }[];
}

const DECIDED = `
  select d.decision_id as decision, d.run_id as run, d.year, d.document_number as "documentNumber",
    d.decided_on::text as "decidedOn",
    (select jsonb_agg(jsonb_build_object('county', p.county_id, 'posts', p.part, 'fen', p.fen) order by p.county_id)
     from allocation_part p where p.city_id = d.city_id and p.run_id = d.run_id) as counties
  from allocation_decision d where d.document_number is not null and d.corrected_by is null`;

/** Decided splits as other years and other pages rest on them. */
@Injectable()
export class DecidedSplitsQueries {
  /** One a year at most, ascending. */
  async ofProgram(tx: EntityManager, program: ProgramId): Promise<DecidedSplitOfYear[]> {
    return tx.query(`${DECIDED} and d.program_id = $1 order by d.year`, [program]);
  }

  /** The document that decided a run; a later correction of it is told beside. Null: the run is 测算稿. */
  async documentOfRun(
    tx: EntityManager,
    run: string,
  ): Promise<{
    readonly documentNumber: string;
    readonly decidedOn: IsoDate;
    readonly correctedBy: string | null;
  } | null> {
    const rows: { documentNumber: string; decidedOn: IsoDate; correctedBy: string | null }[] = await tx.query(
      `select d.document_number as "documentNumber", d.decided_on::text as "decidedOn",
         l.document_number as "correctedBy"
       from allocation_decision d
       left join allocation_decision l on l.city_id = d.city_id and l.decision_id = d.corrected_by
       where d.run_id = $1 and d.document_number is not null
       order by (d.corrected_by is null) desc, d.decided_on desc limit 1`,
      [run],
    );
    return rows[0] ?? null;
  }
}
