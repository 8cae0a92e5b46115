import type { EntityManager } from 'typeorm';
import { uuidOf } from '../database/migrations/1790200000000-gathering-ledger-history';

/** How much is made: so many invented counties, each with so many months up to the last one of the demonstration. */
export interface LargeData {
  readonly counties: number;
  readonly months: number;
}

/** As many counties a city as the city of the demonstration has, and so many cities a province. */
const COUNTIES_A_CITY = 9;
const CITIES_A_PROVINCE = 10;
/** So many counties are written by one statement, which sorts them in memory: a county's rows lie together. */
const COUNTIES_A_STATEMENT = 90;

/** What is filled, in the order in which it rests on each other, and what its rows belong to. */
export const GATHERED = {
  program_post: 'year',
  filing: 'year',
  wage_month: 'month',
  workload_month: 'month',
  inspection: 'month',
  inspection_result: 'month',
  finding: 'month',
  finding_event: 'month',
  reconciliation_explanation: 'month',
  sheet: 'month',
  sheet_value: 'month',
  sheet_event: 'month',
  ledger_entry: 'year',
} as const;
type Gathered = keyof typeof GATHERED;
export const OF_CITY = ['inspection_template', 'sheet_template'] as const;

const PLACE = ['city_id', 'county_id'];
/** Columns that may hold the name of an account of the county. */
const ACCOUNTS = 'author by acted_by submitted_by approved_by explained_by entered_by rectified_by'.split(
  ' ',
);

/** A month so many years earlier or later. */
const moved = (month: string, years: string): string =>
  `(left(${month}, 4)::integer ${years})::text || substr(${month}, 5)`;
const earlier = (month: string): string => moved(month, '- p.years');

/** How a column of the like is moved by whole years; what is not named stays. */
const BY_NAME: Readonly<Record<string, string>> = {
  month: 'p.month',
  year: 'p.year',
  number: 'row_number() over (partition by s.county_id, p.year order by s.number)',
  month_worked: earlier('s.month_worked'),
  source_document: `'spending/' || ${earlier('split_part(s.source_document, $$/$$, 2)')}`,
  // What was carried from before the first month that there is was checked in that month.
  carried_from: `case when ${earlier('s.carried_from')} >= f.first then ${earlier('s.carried_from')}
    when p.month > f.first and s.carried_from is not null then f.first end`,
};
const BY_TYPE: Readonly<Record<string, (column: string) => string>> = {
  date: (column) => `(${column} - make_interval(years => p.years))::date`,
  'timestamp with time zone': (column) => `${column} - make_interval(years => p.years)`,
  uuid: (column) => `p.years || '/' || ${column}`,
};

interface Column {
  readonly name: string;
  readonly type: string;
}

const columnsOf = (tx: EntityManager, table: string): Promise<Column[]> =>
  tx.query(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );

/**
 * The invented places, and which county of the demonstration each one is like; which month is like which, and which year:
 * those before the demonstration's are like those of its first year.
 */
export async function planLarge(
  tx: EntityManager,
  cityId: string,
  { counties, months }: LargeData,
): Promise<void> {
  await tx.query(
    `create temporary table load_county on commit drop as
     select 'load-' || lpad(n::text, 4, '0') as county_id, n, (n - 1) / ${COUNTIES_A_CITY} + 1 as city,
       'load-city-' || lpad(((n - 1) / ${COUNTIES_A_CITY} + 1)::text, 4, '0') as city_id, d.place_id as likeness
     from generate_series(1, $1::integer) n
     join (select place_id, row_number() over (order by sort_order) - 1 as turn, count(*) over () as all_of_them
           from place where parent_id = $2 and kind = 'county') d on d.turn = (n - 1) % d.all_of_them`,
    [counties, cityId],
  );
  await tx.query(
    `create temporary table load_month on commit drop as
     select to_char(day, 'YYYY-MM') as month, greatest(0, d.first - extract(year from day)::integer) as years
     from (select max(month) as last, left(min(month), 4)::integer as first from inspection where city_id = $2) d,
       lateral generate_series((d.last || '-01')::date - make_interval(months => $1 - 1), (d.last || '-01')::date, '1 month') day`,
    [months, cityId],
  );
  await tx.query(
    `create temporary table load_year on commit drop as select distinct left(month, 4)::integer as year, years from load_month`,
  );
}

export async function insertPlaces(tx: EntityManager, cityId: string): Promise<void> {
  const province = `lpad(((city - 1) / ${CITIES_A_PROVINCE} + 1)::text, 3, '0')`;
  await tx.query(
    `create temporary table load_place on commit drop as
     select distinct 'load-province-' || ${province} as id, 1 as level, 'province' as kind, home.parent_id as parent,
       '演示省 ' || ${province} as name
     from load_county, place city join place home on home.place_id = city.parent_id where city.place_id = $1
     union all select distinct city_id, 2, 'city', 'load-province-' || ${province}, '演示市 ' || lpad(city::text, 4, '0')
     from load_county
     union all select county_id, 3, 'county', city_id, '演示县 ' || lpad(n::text, 4, '0') from load_county`,
    [cityId],
  );
  await tx.query(
    `insert into place (place_id, kind, parent_id, sort_order)
     select id, kind, parent, (select max(sort_order) from place) + row_number() over (order by level, id) from load_place`,
  );
  await tx.query(
    `insert into place_name (place_id, valid_from, code, name) select id, '1949-10-01', id, name from load_place`,
  );
}

/** Every gathered row of every invented county, like the one of the demonstration that it is like. */
export async function insertGathered(
  tx: EntityManager,
  cityId: string,
  { counties }: LargeData,
): Promise<void> {
  for (const table of OF_CITY) {
    const names = (await columnsOf(tx, table)).map(({ name }) => name);
    const values = names.map((name) => (name === 'city_id' ? 'c.city_id' : `s.${name}`));
    await tx.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
       from ${table} s cross join (select distinct city_id from load_county) c where s.city_id = $1`,
      [cityId],
    );
  }
  const tables = Object.keys(GATHERED) as Gathered[];
  for (const table of tables) await prepare(tx, cityId, table);
  await completeFirstMonth(tx);
  for (const table of tables) await multiply(tx, table, counties);
}

/** The rows of the demonstration's counties as they would be in the months and years that are wanted. */
async function prepare(tx: EntityManager, cityId: string, table: Gathered): Promise<void> {
  const by = GATHERED[table];
  const columns = (await columnsOf(tx, table)).filter(({ name }) => !PLACE.includes(name));
  const values = columns.map(({ name, type }) => {
    const own = name === 'number' && table !== 'ledger_entry' ? undefined : BY_NAME[name];
    return `${own ?? BY_TYPE[type]?.(`s.${name}`) ?? `s.${name}`} as ${name}`;
  });
  // A payment of a month that is not there is left out.
  const where =
    table === 'ledger_entry'
      ? `where s.month_worked is null or ${earlier('s.month_worked')} in (select month from load_month)`
      : '';
  await tx.query(
    `create temporary table load_of_${table} on commit drop as
     select s.county_id as likeness, ${values.join(', ')}
     from load_${by} p join ${table} s on s.city_id = '${cityId}'
       and s.${by} = ${by === 'month' ? moved('p.month', '+ p.years') : 'p.year + p.years'}
     cross join (select min(month) as first from load_month) f ${where}`,
  );
}

/** What stands in the first month though it was carried into its like was said in the first month. */
async function completeFirstMonth(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into load_of_sheet_value (likeness, program_id, kind, month, item_id, version, state, value, conclusion, reason,
       evidence, author, at)
     select s.likeness, s.program_id, s.kind, s.month, r.item_id, 1,
       case when r.conclusion = 'notApplicable' then 'notApplicable' else 'reported' end,
       case when r.conclusion = 'notApplicable' then null else trim_scale(r.number)::text end,
       nullif(r.conclusion, 'notApplicable'), r.note, '[]', s.submitted_by,
       (s.submitted_on + time '01:00') at time zone 'UTC'
     from load_of_sheet s join load_of_inspection_result r using (likeness, program_id, month)
     where s.kind = 'inspection' and s.month = (select min(month) from load_month) and s.submitted_on is not null
       and r.conclusion is not null and not exists (select 1 from load_of_sheet_value v
         where v.likeness = s.likeness and v.kind = s.kind and v.month = s.month and v.item_id = r.item_id)`,
  );
  await tx.query(
    `update load_of_sheet s set asked = v.count, filled = v.count
     from (select likeness, program_id, kind, month, count(*) from load_of_sheet_value group by likeness, program_id, kind, month) v
     where s.month = (select min(month) from load_month)
       and (s.likeness, s.program_id, s.kind, s.month) = (v.likeness, v.program_id, v.kind, v.month)`,
  );
}

/** The prepared rows of a table for every invented county. */
async function multiply(tx: EntityManager, table: Gathered, counties: number): Promise<void> {
  const columns = await columnsOf(tx, table);
  const values = columns.map(({ name, type }) => {
    if (PLACE.includes(name)) return `c.${name}`;
    if (type === 'uuid') return uuidOf(`c.county_id || '/' || s.${name}`);
    if (!ACCOUNTS.includes(name)) return `s.${name}`;
    return `case when s.${name} like 'county-%' then replace(s.${name}, s.likeness, c.county_id) else s.${name} end`;
  });
  for (let first = 1; first <= counties; first += COUNTIES_A_STATEMENT)
    await tx.query(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')})
       select ${values.join(', ')} from load_county c join load_of_${table} s on s.likeness = c.likeness
       where c.n between $1 and $2 order by c.n`,
      [first, first + COUNTIES_A_STATEMENT - 1],
    );
}

/** The sums of the ledgers, as its trigger would have kept them. */
export async function insertBalances(tx: EntityManager): Promise<void> {
  const sum = (condition: string): string => `coalesce(sum(e.fen) filter (where ${condition}), 0)`;
  const ofLink = (link: string): string => sum(`e.link = '${link}'`);
  const ofSource = (source: string): string => sum(`e.link = 'payment' and e.source = '${source}'`);
  await tx.query(
    `insert into ledger_balance (city_id, county_id, program_id, year, entries, issued_fen, received_fen, passed_on_fen,
       granted_fen, advanced_fen, county_fen, other_fen, returned_fen)
     select e.city_id, e.county_id, e.program_id, e.year, count(*), ${ofLink('issue')}, ${ofLink('receipt')}, ${ofLink('passOn')},
       ${ofSource('cityGrant')}, ${ofSource('countyAdvance')}, ${ofSource('countyPart')}, ${ofSource('other')},
       -${sum(`e.link = 'receipt' and e.kind = 'return'`)}
     from load_county c join ledger_entry e using (city_id, county_id)
     group by e.city_id, e.county_id, e.program_id, e.year`,
  );
}

export async function tablesAreThere(tx: EntityManager): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1`,
  );
  return found.length > 0;
}
