import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { plannedQuery, type PlannedStatement } from '../../database/planned-query';
import type { EvaluationKind } from '../evaluations.queries';

export interface AssignedCounty {
  readonly county: string;
  /** First-level indicators that are assigned in this county. */
  readonly sections: readonly string[];
  /** Null: interests are not declared yet. */
  readonly conflict: boolean | null;
}

/** Of a withdrawn member the round is not read any more: its columns are null. */
export interface ScoreAccessRow {
  readonly withdrawn: boolean;
  readonly firm: string;
  readonly program: 'assistants' | 'mediation' | null;
  readonly year: number | null;
  readonly kind: EvaluationKind | null;
  readonly methodVersion: number | null;
  readonly scoreBy: IsoDate | null;
  readonly started: boolean;
  readonly ended: boolean;
  readonly assigned: readonly AssignedCounty[];
}

const ACCESS: PlannedStatement = {
  name: 'score-access',
  text: `
    select m.withdrawn_on is not null as withdrawn, m.firm_id as firm, r.program_id as program, r.year, r.kind,
      r.method_version as "methodVersion", r.score_by::text as "scoreBy",
      exists (select 1 from round_step s where s.city_id = m.city_id and s.round_id = m.round_id and s.step = 'scoring') as started,
      exists (select 1 from round_step s where s.city_id = m.city_id and s.round_id = m.round_id
        and s.step in ('replies', 'rulings', 'finalised', 'feedback', 'rectification', 'closure', 'published', 'archived')) as ended,
      (select coalesce(json_agg(json_build_object('county', c.county_id, 'sections', c.sections, 'conflict', d.conflict)
          order by p.sort_order), '[]')
       from (select a.city_id, a.round_id, a.county_id, a.account_id, json_agg(distinct a.section) as sections
             from evaluation_assignment a
             where a.city_id = m.city_id and a.round_id = m.round_id and a.account_id = m.account_id
             group by a.city_id, a.round_id, a.county_id, a.account_id) c
       join place p on p.place_id = c.county_id
       left join interest_declaration d on d.city_id = c.city_id and d.round_id = c.round_id and d.county_id = c.county_id
         and d.account_id = c.account_id) as assigned
    from round_member m
    left join evaluation_round r on r.city_id = m.city_id and r.round_id = m.round_id
    where m.round_id = $1 and m.account_id = $2`,
};

/** What a member of a round's team may enter, read in the account's own scope. */
@Injectable()
export class ScoreAccessQueries {
  async find(tx: EntityManager, round: string, accountId: string): Promise<ScoreAccessRow | null> {
    const rows = await plannedQuery<ScoreAccessRow>(tx, ACCESS, [round, accountId]);
    return rows[0] ?? null;
  }
}
