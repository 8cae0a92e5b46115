import type { GatheringPart } from './1790200000000-gathering-part';

const NOTE = '由旧版数据迁移；此前各步骤未在本系统登记。';
const TOUCHED = ['evaluation_round', 'evaluator_mark', 'interest_declaration', 'round_step'];

/**
 * Rounds of before the steps: those that were marked have come to scoring, on the day of their first mark, and those that
 * were final to 定案. In a real installation everybody declares interests anew, because nobody declares for another; the
 * invented people of a demonstration have declared none.
 */
export const CARRIED_OVER: GatheringPart = {
  up: [
    ...TOUCHED.map((table) => `alter table ${table} no force row level security`),
    `insert into round_step (city_id, round_id, number, step, taken_on, document_number, note, passed_over, by, at)
      select r.city_id, r.round_id, s.number, s.step, s.taken_on, s.document_number, '${NOTE}', false, 'installation', now()
      from evaluation_round r cross join lateral (values
        (1, 'scoring', coalesce((select min(m.submitted_on) from evaluator_mark m
          where m.city_id = r.city_id and m.round_id = r.round_id), r.finalised_on), null),
        (2, 'finalised', r.finalised_on, r.document_number)) s (number, step, taken_on, document_number)
      where s.taken_on is not null`,
    `insert into interest_declaration (city_id, round_id, county_id, account_id, conflict, declared_at)
      select m.city_id, m.round_id, p.place_id, m.account_id, false, now()
      from round_member m join place p on p.parent_id = m.city_id and p.kind = 'county'
      where exists (select 1 from installation i where i.demonstration_day is not null)`,
    ...TOUCHED.map((table) => `alter table ${table} force row level security`),
  ],
  // The rows go with their tables.
  down: [],
};
