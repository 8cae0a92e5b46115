import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { Employment } from '@yuheng/shared/domain/roster/contract-term';
import type { PostPeriod } from '@yuheng/shared/domain/roster/post-period';
import type { EntityManager } from 'typeorm';
import { ROSTER_PROGRAM } from './roster-program';

/** A period with why it ended. */
export interface ReasonedPeriod extends PostPeriod {
  readonly reason: string | null;
}

/** A person as the roster holds them; the numbers are still encrypted. */
export interface AssistantRow {
  readonly id: string;
  readonly county: string;
  readonly name: string | null;
  readonly identityCipher: string | null;
  readonly cardCipher: string | null;
  readonly employment: Employment;
  readonly office: string | null;
  readonly contractFrom: IsoDate | null;
  readonly contractUntil: IsoDate | null;
  readonly insuredSince: IsoDate | null;
  readonly demonstration: boolean;
  readonly erased: boolean;
  readonly version: number;
  /** In the order of their days. */
  readonly periods: readonly ReasonedPeriod[];
}

/** The days on post of everybody of one county, without a name. */
export interface CountyPeriods {
  readonly county: string;
  /** One entry a person. */
  readonly persons: readonly (readonly PostPeriod[])[];
}

const ASSISTANT = `
  select a.assistant_id as id, a.county_id as county, a.name, a.identity_cipher as "identityCipher",
    a.card_cipher as "cardCipher", a.employment, a.office_id as office, a.contract_from::text as "contractFrom",
    a.contract_until::text as "contractUntil", a.insured_since::text as "insuredSince", a.demonstration,
    a.erased_at is not null as erased, a.version,
    coalesce((select jsonb_agg(jsonb_build_object('from', p.from_day, 'until', p.until_day, 'reason', p.reason) order by p.from_day)
              from assistant_post p where p.city_id = a.city_id and p.county_id = a.county_id and p.assistant_id = a.assistant_id),
             '[]'::jsonb) as periods
  from assistant a`;

@Injectable()
export class RosterQueries {
  async ofCounty(tx: EntityManager, county: string): Promise<AssistantRow[]> {
    return tx.query(`${ASSISTANT} where a.county_id = $1`, [county]);
  }

  /**
   * Keeps a second import of the county's roster waiting until the transaction ends, and whoever changes one of its
   * people by the form: rows come before identity hashes (`on_post_elsewhere`) on both ways, so that neither waits for
   * the other crosswise.
   */
  async holdCounty(tx: EntityManager, county: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('roster ' || $1, 0))", [county]);
    await tx.query('select 1 from assistant where county_id = $1 order by assistant_id for update', [county]);
  }

  async find(tx: EntityManager, id: string): Promise<AssistantRow | null> {
    const rows: AssistantRow[] = await tx.query(`${ASSISTANT} where a.assistant_id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The row, locked until the transaction ends, so that two changes of one person come one after the other. */
  async hold(tx: EntityManager, id: string): Promise<AssistantRow | null> {
    await tx.query('select 1 from assistant where assistant_id = $1 for update', [id]);
    return this.find(tx, id);
  }

  /** Approved posts of a year; null where none are recorded. */
  async posts(tx: EntityManager, county: string, year: number): Promise<number | null> {
    const rows: { posts: number }[] = await tx.query(
      'select posts from program_post where county_id = $1 and program_id = $2 and year = $3',
      [county, ROSTER_PROGRAM, year],
    );
    return rows[0]?.posts ?? null;
  }

  /** By county of the scope, the approved posts of a year. */
  async postsByCounty(tx: EntityManager, year: number): Promise<ReadonlyMap<string, number>> {
    const rows: { county: string; posts: number }[] = await tx.query(
      'select county_id as county, posts from program_post where program_id = $1 and year = $2',
      [ROSTER_PROGRAM, year],
    );
    return new Map(rows.map(({ county, posts }) => [county, posts]));
  }

  /** Who was on post at some time of a year, by county of the scope. */
  async periodsOfYear(tx: EntityManager, year: number): Promise<readonly CountyPeriods[]> {
    return tx.query(
      `select county, jsonb_agg(periods) as persons
       from (select county_id as county, jsonb_agg(jsonb_build_object('from', from_day, 'until', until_day)) as periods
             from assistant_post
             where from_day <= make_date($1, 12, 31) and (until_day is null or until_day >= make_date($1, 1, 1))
             group by county_id, assistant_id) as person
       group by county`,
      [year],
    );
  }

  /** Whether the county has somebody with one of the hashes already, other than that one. */
  async isEntered(
    tx: EntityManager,
    { county, hashes, except }: { county: string; hashes: readonly string[]; except: string | null },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from assistant where county_id = $1 and identity_hash = any($2) and ($3::uuid is null or assistant_id <> $3)`,
      [county, hashes, except],
    );
    return rows.length > 0;
  }

  /** Whether another county has that person on post on one of the days; who and where stays with that county. */
  async isOnPostElsewhere(
    tx: EntityManager,
    { county, hashes }: { county: string; hashes: readonly string[] },
    periods: readonly PostPeriod[],
  ): Promise<boolean> {
    const [{ elsewhere }] = await tx.query<[{ elsewhere: boolean }]>(
      'select on_post_elsewhere($1, $2, $3::date[], $4::date[]) as elsewhere',
      [county, hashes, periods.map(({ from }) => from), periods.map(({ until }) => until)],
    );
    return elsewhere;
  }
}
