import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { OVERALL_QUESTION } from '@yuheng/shared/domain/evaluating/survey-result';
import type { IsoDate, YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import {
  FINDINGS_CHANGED_SINCE,
  SHEETS_CHANGED_SINCE,
  type FindingChange,
  type LaterChanges,
  type SheetChange,
} from './later-changes';

/** One county's gathered rows of a program year, as PostgreSQL hands them over. Money in fen. */
export interface FactsRow {
  readonly county: string;
  readonly posts: number;
  readonly initialBudget: number;
  readonly adjustedBudget: number;
  readonly movements: {
    id: string;
    stage: 'issue' | 'receipt' | 'passOn';
    date: IsoDate;
    fen: number;
    documentNumber: string | null;
  }[];
  readonly wages: {
    month: YearMonth;
    stage: string;
    dueOn: IsoDate;
    reportedOn: IsoDate | null;
    paidOn: IsoDate | null;
    persons: [onPost: number, paid: number, paidOnTime: number, insured: number];
    fen: [
      cityDue: number,
      cityPaid: number,
      county: number,
      gross: number,
      insurance: number,
      advance: number,
    ];
    advanceSettledOn: IsoDate | null;
  }[];
  readonly filings: { document: string; recipient: string; filedOn: IsoDate | null }[];
  readonly inspections: {
    month: YearMonth;
    stage: string;
    dueOn: IsoDate;
    submittedOn: IsoDate | null;
  }[];
  /** By month; apart from the sheets, because grouped once a county they cost a tenth of a look-up a sheet. */
  readonly results: Readonly<
    Record<string, readonly [item: string, conclusion: string | null, carriedFrom: YearMonth | null][]>
  >;
  readonly findings: {
    month: YearMonth;
    item: string;
    summary: string;
    foundOn: IsoDate;
    deadline: IsoDate;
    rectifiedOn: IsoDate | null;
    closedOn: IsoDate | null;
    repeated: boolean;
  }[];
  readonly workload: { month: YearMonth; counts: [number, number, number, number, number, number] }[];
  /** Of an evaluation round, if one was asked about. */
  readonly surveys: {
    id: string;
    kind: 'online' | 'paper';
    closesOn: IsoDate;
    /** Of one on paper. */
    valid: number | null;
    satisfied: number | null;
    /** Of one on line: how often each choice was made of the question about everything. */
    choices: Readonly<Record<string, number>>;
  }[];
}

/** Rows of a program year that belong to one county; months are text, so that a year is a range of text. */
const OF_YEAR =
  'x.city_id = p.city_id and x.county_id = p.county_id and x.program_id = p.program_id and x.year = p.year';
const OF_MONTHS = `x.city_id = p.city_id and x.county_id = p.county_id and x.program_id = p.program_id
  and x.month between p.year || '-01' and p.year || '-12'`;

/**
 * Everything gathered of a program year in one statement, one row a county: a page is one round trip. Which counties
 * come is decided by the scope of the transaction (row-level security).
 */
const FACTS = `
select p.county_id as county, p.posts, p.initial_budget_fen::float8 as "initialBudget", p.adjusted_budget_fen::float8 as "adjustedBudget",
  (select coalesce(json_agg(json_build_object('id', x.entry_id, 'stage', x.link, 'date', x.dated_on, 'fen', x.fen,
      'documentNumber', x.document_number) order by x.dated_on, x.entry_id), '[]')
   from ledger_entry x where ${OF_YEAR} and x.link <> 'payment' and x.kind in ('ordinary', 'reversal')
     and ($5::timestamptz is null or x.entered_at < $5)) as movements,
  (select coalesce(json_agg(json_build_object('month', x.month, 'stage', x.stage, 'dueOn', x.due_on, 'reportedOn', x.reported_on,
      'paidOn', x.paid_on, 'persons', json_build_array(x.persons_on_post, x.persons_paid, x.persons_paid_on_time, x.persons_insured),
      'fen', json_build_array(x.city_part_due_fen, x.city_part_paid_fen, x.county_part_fen, x.gross_wage_fen,
        x.social_insurance_fen, x.county_advance_fen), 'advanceSettledOn', x.advance_settled_on) order by x.month), '[]')
   from wage_month x where ${OF_MONTHS}) as wages,
  (select coalesce(json_agg(json_build_object('document', x.document, 'recipient', x.recipient, 'filedOn', x.filed_on)
      order by x.document, x.recipient), '[]')
   from filing x where ${OF_YEAR}) as filings,
  (select coalesce(json_agg(json_build_object('month', x.month, 'stage', x.stage, 'dueOn', x.due_on, 'submittedOn', x.submitted_on)
      order by x.month), '[]')
   from inspection x where ${OF_MONTHS}) as inspections,
  (select coalesce(json_object_agg(m.month, m.results), '{}')
   from (select x.month, json_agg(json_build_array(x.item_id, x.conclusion, x.carried_from) order by x.item_id) as results
         from inspection_result x where ${OF_MONTHS} group by x.month) m) as results,
  (select coalesce(json_agg(json_build_object('month', x.month, 'item', x.item_id, 'summary', x.summary, 'foundOn', x.found_on,
      'deadline', x.deadline, 'rectifiedOn', x.rectified_on, 'closedOn', x.closed_on, 'repeated', x.repeated)
      order by x.month, x.item_id), '[]')
   from finding x where ${OF_MONTHS}) as findings,
  (select coalesce(json_agg(json_build_object('month', x.month, 'counts', json_build_array(x.supervised_at_start, x.supervised_new,
      x.supervised_released, x.supervised_at_end, x.resettled, x.assessments)) order by x.month), '[]')
   from workload_month x where ${OF_MONTHS}) as workload,
  (select coalesce(json_agg(json_build_object('id', x.survey_id, 'kind', x.kind, 'closesOn', x.closes_on, 'valid', x.valid,
      'satisfied', x.satisfied, 'choices', (select coalesce(json_object_agg(a.choice, a.count), '{}')
        from (select y.choices ->> '${OVERALL_QUESTION}' as choice, count(*)::int as count from survey_answer y
              where y.city_id = x.city_id and y.round_id = x.round_id and y.county_id = x.county_id and y.survey_id = x.survey_id
                and y.choices ? '${OVERALL_QUESTION}' group by 1) a)) order by x.closes_on, x.survey_id), '[]')
   from survey x where x.city_id = p.city_id and x.county_id = p.county_id and x.round_id = $4) as surveys
from program_post p
where p.program_id = $1 and p.year = $2 and ($3::text is null or p.county_id = $3)
order by p.county_id`;

export interface FactsAsked {
  readonly program: ProgramId;
  readonly year: number;
  /** Null: every county of the scope. */
  readonly county: string | null;
  /** Whose surveys are read; null: none. */
  readonly round: string | null;
  /** Only what was entered before this instant; absent: everything. */
  readonly knownBefore?: Date | undefined;
}

/** So many counties at a time: row security looks through the whole scope for each row that it lets pass. */
const PORTION = 100;

@Injectable()
export class FactsQueries {
  async ofYear(
    tx: EntityManager,
    { program, year, county, round, knownBefore }: FactsAsked,
  ): Promise<FactsRow[]> {
    return tx.query(FACTS, [program, year, county, round, knownBefore ?? null]);
  }

  /**
   * The same of every county of the scope, for what computes over all of them, be they thousands: each portion is read
   * under a scope of its own counties alone, and the scope of the transaction stands as before when all are read.
   */
  async ofYearInPortions(tx: EntityManager, asked: Omit<FactsAsked, 'county'>): Promise<FactsRow[]> {
    const posts = await tx.query<{ county: string }[]>(
      'select county_id as county from program_post where program_id = $1 and year = $2 order by county_id',
      [asked.program, asked.year],
    );
    if (posts.length <= PORTION) return this.ofYear(tx, { ...asked, county: null });
    const [{ scope }] = await tx.query<[{ scope: string }]>(
      `select current_setting('yuheng.scope') as scope`,
    );
    const rows: FactsRow[] = [];
    for (let first = 0; first < posts.length; first += PORTION) {
      const portion = posts.slice(first, first + PORTION).map(({ county }) => county);
      await this.scopeTo(tx, portion.join(','));
      rows.push(...(await this.ofYear(tx, { ...asked, county: null })));
    }
    await this.scopeTo(tx, scope);
    return rows;
  }

  /** What of these rows changed since an instant, by county: for those who must know what was known then. */
  async changedSince(
    tx: EntityManager,
    { program, year, county }: Pick<FactsAsked, 'program' | 'year' | 'county'>,
    since: Date,
  ): Promise<ReadonlyMap<string, LaterChanges>> {
    const values = [program, String(year), county, since];
    const sheets = await tx.query<(SheetChange & { county: string })[]>(SHEETS_CHANGED_SINCE, values);
    const findings = await tx.query<(FindingChange & { county: string })[]>(FINDINGS_CHANGED_SINCE, values);
    const counties = [...new Set([...sheets, ...findings].map((one) => one.county))];
    return new Map(
      counties.map((id) => [
        id,
        {
          sheets: sheets.filter((one) => one.county === id),
          findings: findings.filter((one) => one.county === id),
        },
      ]),
    );
  }

  /** Years of which a month was reported by a day. */
  async gatheredYears(tx: EntityManager, program: ProgramId, asOf: IsoDate): Promise<number[]> {
    const rows = await tx.query<{ year: number }[]>(
      `select distinct left(month, 4)::integer as year from wage_month
       where program_id = $1 and reported_on <= $2 order by year`,
      [program, asOf],
    );
    return rows.map(({ year }) => year);
  }

  private async scopeTo(tx: EntityManager, counties: string): Promise<void> {
    await tx.query(`select set_config('yuheng.scope', $1, true)`, [counties]);
  }
}
