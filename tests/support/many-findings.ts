import type { TestServer } from './server';

/** A year of the demonstration whose findings no other test counts. */
export const YEAR_OF_MANY = 2024;

/**
 * Findings of further items of that year, four days overdue on the day of the demonstration, every tenth one repeated: more
 * than one page holds. Answers how many findings the year has now.
 */
export async function givenManyFindings(server: TestServer): Promise<number> {
  await server.sql(
    `insert into finding (city_id, county_id, program_id, month, item_id, result_item_id, summary, found_on, deadline, repeated)
     select r.city_id, r.county_id, r.program_id, r.month, r.item_id, r.item_id, '演示：待整改事项', '2026-03-02', '2026-03-16',
       row_number() over (order by r.county_id, r.month, r.item_id) % 10 = 0
     from inspection_result r
     where r.month like $1 and not exists (select 1 from finding f where f.city_id = r.city_id and f.county_id = r.county_id
       and f.program_id = r.program_id and f.month = r.month and f.item_id = r.item_id)
     order by r.county_id, r.month, r.item_id limit 205`,
    [`${YEAR_OF_MANY}-%`],
  );
  const [stored] = await server.sql<{ count: number }>(
    'select count(*)::int as count from finding where month like $1',
    [`${YEAR_OF_MANY}-%`],
  );
  return stored?.count ?? 0;
}
