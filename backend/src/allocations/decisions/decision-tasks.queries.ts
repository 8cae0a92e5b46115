import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { DecisionTask, OpenDecision } from '@yuheng/shared/domain/allocation/deciding/decision-tasks';
import type { EntityManager } from 'typeorm';

interface OpenRow {
  readonly id: string;
  readonly year: number;
  readonly author: string | null;
  readonly personsReduced: number;
  readonly staffingOpinion: boolean;
  readonly entries: OpenDecision['case']['entries'];
}

/** What is not promulgated yet with its log, and notices that nobody acknowledged, as far as the scope reaches. */
@Injectable()
export class DecisionTasksQueries {
  /** In one query, the oldest first. Why one is hindered is not asked: the decision's own page says it. */
  async open(tx: EntityManager, program: ProgramId): Promise<OpenDecision[]> {
    const rows: OpenRow[] = await tx.query(
      `select d.decision_id as id, d.year, s.created_by as author,
         coalesce((r.answer->'proposal'->'peopleEffect'->>'personsReduced')::int, 0) as "personsReduced",
         exists (select 1 from allocation_decision_file f where f.city_id = d.city_id and f.decision_id = d.decision_id
           and f.kind = 'staffingOpinion') as "staffingOpinion",
         (select jsonb_agg(jsonb_build_object('number', e.number, 'step', e.step, 'outcome', e.outcome, 'way', e.way,
             'on', e.taken_on, 'documentNumber', e.document_number, 'reason', e.reason, 'file', e.file_id,
             'enteredBy', e.entered_by, 'checkedBy', e.checked_by, 'rejected', e.rejected) order by e.number)
           from allocation_decision_entry e
           where e.city_id = d.city_id and e.decision_id = d.decision_id) as entries
       from allocation_decision d
       join allocation_scenario s on s.city_id = d.city_id and s.scenario_id = d.scenario_id
       join allocation_run r on r.city_id = d.city_id and r.run_id = d.run_id
       where d.program_id = $1 and d.document_number is null
       order by d.submitted_at, d.decision_id`,
      [program],
    );
    return rows.map(({ id, year, ...facts }) => ({
      id,
      year,
      case: { ...facts, stale: null, decidedBefore: null },
    }));
  }

  /** By year, the newest last. A notice that a later one took the place of waits for nobody. */
  async unreadNotices(tx: EntityManager, program: ProgramId): Promise<DecisionTask[]> {
    return tx.query(
      `select 'acknowledgeSplitNotice' as kind, n.year, count(*)::int as count, min(n.decision_id::text) as first
       from allocation_notice n
       where n.program_id = $1 and n.read_on is null and not exists (select 1 from allocation_notice later
         where later.city_id = n.city_id and later.county_id = n.county_id and later.corrects = n.decision_id)
       group by n.year order by n.year`,
      [program],
    );
  }
}
