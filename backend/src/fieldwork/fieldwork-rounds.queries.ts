import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FieldworkRound, TeamMember } from './fieldwork-round';

/** How many of a kind a county has. */
export interface CountRow {
  readonly county: string;
  readonly kind: 'asked' | 'received' | 'visit' | 'interview' | 'slip' | 'photo' | 'sample' | 'survey';
  readonly count: number;
}

@Injectable()
export class FieldworkRoundsQueries {
  /** Null where there is none, or none that the scope may read. A self-evaluation has no fieldwork. */
  async find(tx: EntityManager, round: string): Promise<FieldworkRound | null> {
    const rows: FieldworkRound[] = await tx.query(
      `select r.round_id as id, r.program_id as program, r.year, r.kind, r.finalised_on is not null as finalised,
         m.definition as method
       from evaluation_round r
       join evaluation_method m on m.city_id = r.city_id and m.program_id = r.program_id and m.version = r.method_version
       where r.round_id = $1 and r.kind <> 'selfEvaluation'`,
      [round],
    );
    return rows[0] ?? null;
  }

  /** What is there, by county of the scope: documents asked for (those not needed left out) and received, and the rest. */
  async counts(tx: EntityManager, round: string): Promise<CountRow[]> {
    return tx.query(
      `select county_id as county, 'asked' as kind, count(*)::int as count from document_request
         where round_id = $1 and state <> 'waived' group by 1
       union all select county_id, 'received', count(*)::int from document_request
         where round_id = $1 and state = 'received' group by 1
       union all select county_id, kind, count(*)::int from field_record where round_id = $1 group by 1, 2
       union all select county_id, 'photo', count(*)::int from field_file
         where round_id = $1 and kind = 'photo' and withdrawn_on is null group by 1
       union all select county_id, 'sample', count(*)::int from field_sample where round_id = $1 group by 1
       union all select county_id, 'survey', count(*)::int from survey where round_id = $1 group by 1`,
      [round],
    );
  }

  /** The names of accounts, by user name. */
  async names(tx: EntityManager, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: TeamMember[] = await tx.query('select username, name from account_names($1)', [usernames]);
    return new Map(rows.map(({ username, name }) => [username, name]));
  }

  /** Who evaluates a county of a round, by user name; empty for who is neither of the round nor of the city. */
  async team(tx: EntityManager, round: string, county: string): Promise<TeamMember[]> {
    return tx.query('select username, name from county_team($1, $2) order by username', [round, county]);
  }
}
