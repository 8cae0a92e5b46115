import { Injectable } from '@nestjs/common';
import type { ProgramYear } from '@yuheng/shared/contract/years';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import type { EntityManager } from 'typeorm';
import { ProgramPostEntity } from '../../programs/program-post.entity';
import { ClosedYearEntity } from './closed-year.entity';

/** Posts and budget of one county, as a year would be opened with them. */
export interface CountyPosts {
  readonly county: string;
  readonly posts: number;
  readonly budget: Fen;
}

/** Where the posts of the next year come from. */
export interface PostsToCopy {
  readonly from: 'lastYear' | 'publishedText';
  readonly fromYear: number;
  readonly counties: readonly CountyPosts[];
}

/** One act of closing a year or of opening it again. */
export interface YearAct {
  readonly programId: string;
  readonly year: number;
  readonly number: number;
  readonly act: 'close' | 'reopen';
  readonly reason: string;
  readonly actedBy: string;
  readonly actedAt: Date;
}

const OF_YEAR = `x.city_id = p.city_id and x.program_id = p.program_id and x.month between p.year || '-01' and p.year || '-12'`;
/** A sheet that nobody has opened is not approved either. */
const unapproved = (table: string): string =>
  `p.counties * 12 - (select count(*)::int from ${table} x where ${OF_YEAR} and x.stage = 'approved')`;

const YEARS = `
  select p.year, case when c.act = 'close' then 'closed' else 'open' end as state, coalesce(c.number, 0) as version,
    p.counties, p.posts, p.budget as "budgetFen", p.source,
    json_build_object('inspections', ${unapproved('inspection')}, 'wageMonths', ${unapproved('wage_month')}) as unapproved,
    case when c.act is null then null else json_build_object('act', c.act, 'reason', c.reason,
      'by', coalesce((select n.name from account_names(array[c.acted_by]) n), c.acted_by),
      'at', to_char(c.acted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as last
  from (select city_id, program_id, year, count(*)::int as counties, sum(posts)::int as posts,
          sum(initial_budget_fen)::float8 as budget, min(source) as source
        from program_post where program_id = $1 group by city_id, program_id, year) p
  left join lateral (select * from closed_year y where y.city_id = p.city_id and y.program_id = p.program_id
                     and y.year = p.year order by y.number desc limit 1) c on true
  order by p.year desc`;

@Injectable()
export class YearsQueries {
  /** Years for which posts stand, the latest first. */
  async years(tx: EntityManager, program: ProgramId): Promise<ProgramYear[]> {
    return tx.query(YEARS, [program]);
  }

  /**
   * The posts with which the next year would be opened: those of the last year at the program's rate or, for the first year
   * of an installation, the newest published split. Null for a program without posts, and where no text is loaded.
   */
  async postsToCopy(tx: EntityManager, program: ProgramId): Promise<PostsToCopy | null> {
    const [last] = await this.read(
      tx,
      `select 'lastYear' as "from", p.year as "fromYear", json_agg(json_build_object('county', p.county_id,
         'posts', p.posts, 'budget', p.posts * 12 * g.fen_per_post_month) order by c.sort_order) as counties
       from program_post p join program g on g.program_id = p.program_id join place c on c.place_id = p.county_id
       where p.program_id = $1 and g.fen_per_post_month is not null
       group by p.year order by p.year desc limit 1`,
      program,
    );
    if (last) return last;
    const [published] = await this.read(
      tx,
      `select 'publishedText' as "from", a.year as "fromYear", json_agg(json_build_object('county', a.county_id,
         'posts', a.posts, 'budget', a.fen) order by c.sort_order) as counties
       from publication_amount a
       join publication_program g on g.city_id = a.city_id and g.year = a.year and g.ordinal = a.ordinal
       join place c on c.place_id = a.county_id
       where g.program_id = $1 group by a.year having bool_and(a.posts is not null) order by a.year desc limit 1`,
      program,
    );
    return published ?? null;
  }

  private async read(tx: EntityManager, sql: string, program: ProgramId): Promise<PostsToCopy[]> {
    const rows: PostsToCopy[] = await tx.query(sql, [program]);
    return rows.map((row) => ({
      ...row,
      counties: row.counties.map((one) => ({ ...one, budget: fen(one.budget) })),
    }));
  }

  /** The version of the inspection template in force on the first day of a year; null: there is none. */
  async templateIn(tx: EntityManager, program: ProgramId, year: number): Promise<number | null> {
    const [row] = await tx.query<[{ version: number | null }]>(
      'select max(version) as version from inspection_template where program_id = $1 and valid_from <= $2',
      [program, `${year}-01-01`],
    );
    return row.version;
  }

  async insertPosts(
    tx: EntityManager,
    key: {
      readonly cityId: string;
      readonly programId: ProgramId;
      readonly year: number;
      readonly source: string;
    },
    counties: readonly CountyPosts[],
  ): Promise<void> {
    await tx.insert(
      ProgramPostEntity,
      counties.map(({ county, posts, budget }) => ({
        ...key,
        countyId: county,
        posts,
        initialBudgetFen: budget,
        adjustedBudgetFen: budget,
      })),
    );
  }

  async insertAct(tx: EntityManager, cityId: string, act: YearAct): Promise<void> {
    await tx.insert(ClosedYearEntity, { cityId, ...act });
  }
}
