import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';

/** What an item of a sheet said: its state, its figure or day, its conclusion. */
export type Said = readonly [
  state: 'reported' | 'notApplicable',
  value: string | null,
  conclusion: 'pass' | 'fail' | null,
];

/** A sheet that was acted on at or after the instant, and how it stood just before it. */
export interface SheetChange {
  readonly kind: 'inspection' | 'spending' | 'workload';
  readonly month: YearMonth;
  /** The last act before the instant that moved the sheet; null: it was not handed in yet. */
  readonly act: 'submit' | 'confirmUnchanged' | 'return' | 'approve' | 'reopen' | null;
  /** False: only the end of a reopening passed since, which leaves no trace and changes no figure. */
  readonly changed: boolean;
  /** The day of the first submission, which no later act moves. */
  readonly submittedOn: IsoDate | null;
  readonly reopenedUntil: IsoDate | null;
  /** Every item that was ever answered, with what counted at that act; null: it was answered later. */
  readonly said: Readonly<Record<string, Said | null>>;
}

/** A finding on which something was done at or after the instant, and what was done before it. */
export interface FindingChange {
  readonly month: YearMonth;
  readonly item: string;
  readonly acts: readonly (readonly [act: 'raise' | 'rectify' | 'pass' | 'return', on: IsoDate])[];
}

export interface LaterChanges {
  readonly sheets: readonly SheetChange[];
  readonly findings: readonly FindingChange[];
}

export const NO_CHANGES: LaterChanges = { sheets: [], findings: [] };

const OF_SHEET = (row: string): string =>
  ['city_id', 'county_id', 'program_id', 'kind', 'month']
    .map((column) => `${row}.${column} = s.${column}`)
    .join(' and ');
/** The acts after which a sheet's figures are written down anew. */
const MOVING = `('submit', 'confirmUnchanged', 'return', 'approve', 'reopen')`;

/** Parameters: program, year as text, county or null, the instant. */
export const SHEETS_CHANGED_SINCE = `
select s.county_id as county, s.kind, s.month, last.act, later.is as changed, s.submitted_on::text as "submittedOn",
  s.reopened_until::text as "reopenedUntil",
  (select coalesce(json_object_agg(x.item_id, x.said), '{}') from (
     select v.item_id, (array_agg(json_build_array(v.state, v.value, v.conclusion) order by v.version desc)
       filter (where v.at <= case when last.act = 'reopen' then last.approved else last.at end))[1] as said
     from sheet_value v where ${OF_SHEET('v')} group by v.item_id) x) as said
from sheet s
left join lateral (
  select e.act, e.at, (select max(a.at) from sheet_event a where ${OF_SHEET('a')} and a.act = 'approve' and a.at < $4) as approved
  from sheet_event e where ${OF_SHEET('e')} and e.act in ${MOVING} and e.at < $4 order by e.number desc limit 1) last on true
cross join lateral (
  select exists (select 1 from sheet_event e where ${OF_SHEET('e')} and e.act in ${MOVING} and e.at >= $4) as is) later
where s.program_id = $1 and s.month between $2 || '-01' and $2 || '-12' and ($3::text is null or s.county_id = $3)
  and (later.is or last.act = 'reopen')`;

/** The same parameters. */
export const FINDINGS_CHANGED_SINCE = `
select f.county_id as county, f.month, f.item_id as item,
  coalesce(json_agg(json_build_array(e.act, (e.acted_at at time zone 'Asia/Shanghai')::date) order by e.number)
    filter (where e.acted_at < $4), '[]') as acts
from finding f
join finding_event e on e.city_id = f.city_id and e.county_id = f.county_id and e.program_id = f.program_id
  and e.month = f.month and e.item_id = f.item_id
where f.program_id = $1 and f.month between $2 || '-01' and $2 || '-12' and ($3::text is null or f.county_id = $3)
group by f.county_id, f.month, f.item_id
having bool_or(e.acted_at >= $4)`;
