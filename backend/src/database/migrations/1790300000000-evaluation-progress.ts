import type { GatheringPart } from './1790200000000-gathering-part';

/**
 * How many marks are submitted, by county and evaluator: counts, never a mark. What was only confirmed is none. For the city and who leads the round;
 * a member learns the own counts. The table of the marks is closed to its owner too: the function opens the whole city
 * for its one question.
 */
const ROUND_PROGRESS = `
  create function round_progress(of_city text, of_round uuid)
    returns table (county_id text, username text, given integer)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    counties text := current_setting('yuheng.scope', true);
    city text := current_setting('yuheng.city', true);
    all_of_it boolean := coalesce(city, '') = of_city or coalesce(round_rank(of_city, of_round), '') in ('lead', 'reviewer');
    own text := (select a.username from account a
                 where a.account_id = nullif(current_setting('yuheng.account', true), '')::uuid);
  begin
    perform set_config('yuheng.scope', (select string_agg(p.place_id, ',') from place p where p.kind = 'county'), true),
            set_config('yuheng.city', of_city, true);
    return query select m.county_id, m.evaluator, (count(*) filter (where m.kind = 'mark'))::int from evaluator_mark m
      where m.city_id = of_city and m.round_id = of_round and (all_of_it or m.evaluator = own)
      group by m.county_id, m.evaluator order by 1, 2;
    perform set_config('yuheng.scope', coalesce(counties, ''), true), set_config('yuheng.city', coalesce(city, ''), true);
  end $$`;

/** Progress in counts. */
export const PROGRESS: GatheringPart = {
  up: [ROUND_PROGRESS, 'revoke all on function round_progress(text, uuid) from public'],
  down: ['drop function round_progress(text, uuid)'],
};
