import { Injectable } from '@nestjs/common';
import type { ScoreAnswer } from '@yuheng/shared/domain/scoring/score';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { ScoreAccess } from './score-access.service';

/** A county's scores of the last finalised evaluation before a round. */
export interface LastScores {
  readonly year: number;
  readonly county: string;
  readonly indicators: ScoreAnswer['indicators'];
  /** Reasons that the run carries, by leaf. */
  readonly reasons: Readonly<Record<string, string | null>>;
}

export interface DocumentRow {
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly uploadedOn: IsoDate;
}

/** The newest documents of a county that a desk lists. */
const MOST_DOCUMENTS = 100;

/** What stands beside the boxes: read in the scope that the gate has opened. */
@Injectable()
export class ScoreDeskQueries {
  /** Of the latest year before the round's; of one year the same kind of evaluation before the others. */
  async lastScores(tx: EntityManager, { program, year, kind }: ScoreAccess): Promise<LastScores[]> {
    return tx.query(
      `with last as (
         select r.city_id, r.finalised_run_id as run_id, r.year from evaluation_round r
         where r.program_id = $1 and r.year < $2 and r.finalised_run_id is not null
         order by r.year desc, (r.kind = $3) desc, (r.kind = 'departmentEvaluation') desc limit 1)
       select last.year, s.county_id as county, s.answer -> 'indicators' as indicators,
         (select coalesce(jsonb_object_agg(v.key, v.value ->> 'reason'), '{}') from jsonb_each(s.inputs) v
          where v.value ? 'reason') as reasons
       from last join scoring_result s on s.city_id = last.city_id and s.run_id = last.run_id`,
      [program, year, kind],
    );
  }

  async documents(tx: EntityManager, county: string): Promise<DocumentRow[]> {
    return tx.query(
      `select file_id as file, file_name as name, sha256, (uploaded_at at time zone 'Asia/Shanghai')::date::text as "uploadedOn"
       from evidence_file where county_id = $1 order by uploaded_at desc, file_id limit ${MOST_DOCUMENTS}`,
      [county],
    );
  }

  async document(
    tx: EntityManager,
    county: string,
    file: string,
  ): Promise<{ name: string; mediaType: string; content: Buffer } | null> {
    const rows = await tx.query<{ name: string; mediaType: string; content: Buffer }[]>(
      `select file_name as name, media_type as "mediaType", content from evidence_file where county_id = $1 and file_id = $2`,
      [county, file],
    );
    return rows[0] ?? null;
  }
}
