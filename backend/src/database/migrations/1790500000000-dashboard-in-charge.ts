import type { GatheringPart } from './1790200000000-gathering-part';

/**
 * Who holds the accounts in charge at the places of the scope, by name only: accounts themselves are not readable to the
 * business. An inspector stands at the city, which every scope of its counties belongs to.
 */
export const IN_CHARGE: GatheringPart = {
  up: [
    `create function persons_in_charge() returns table (place_id text, role text, name text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.place_id, r.role, a.name from account a join account_role r on r.account_id = a.account_id
      where a.disabled_at is null and a.approved_at is not null
        and (r.role in ('countyOfficer', 'countyFinance')
             and a.place_id = any((select string_to_array(nullif(current_setting('yuheng.scope', true), ''), ','))::text[])
          or r.role = 'inspector' and a.place_id = (select nullif(current_setting('yuheng.city', true), '')))
      order by a.place_id, r.role, a.username $$`,
    'revoke all on function persons_in_charge() from public',
  ],
  down: ['drop function persons_in_charge()'],
};
