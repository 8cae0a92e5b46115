import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { EvaluationKind } from './evaluations.queries';

/** A county of a round that is assigned to an evaluator; who leads a round that is under way has all of its counties. */
export interface AssignmentRow {
  readonly round: string;
  readonly program: string;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly county: string;
  /** The evaluator’s own. */
  readonly marksGiven: number;
  readonly finalised: boolean;
}

export interface OwnMarkRow {
  readonly indicator: string;
  /** As printed, two decimals. */
  readonly marks: string;
  readonly submittedOn: IsoDate;
}

/** Whose assignments: the account, and the user name that its marks carry. */
export interface Evaluator {
  readonly accountId: string;
  readonly username: string;
}

const ASSIGNMENT = `
  select e.round_id as round, e.program_id as program, e.year, e.kind, p.place_id as county,
    (select count(*)::int from evaluator_mark m where m.city_id = e.city_id and m.round_id = e.round_id
       and m.county_id = p.place_id and m.evaluator = $2 and m.kind = 'mark') as "marksGiven",
    e.finalised_on is not null as finalised
  from evaluation_round e
  join place p on p.parent_id = e.city_id and p.kind = 'county'
  where (exists (select 1 from evaluation_assignment a where a.city_id = e.city_id and a.round_id = e.round_id
      and a.county_id = p.place_id and a.account_id = $1)
    or e.finalised_on is null and round_rank(e.city_id, e.round_id) in ('lead', 'reviewer'))`;

/** An evaluator sees what is assigned, and of it only the own marks. */
@Injectable()
export class AssignmentsQueries {
  /** The latest year first, then by program and kind, counties in official order. */
  async list(tx: EntityManager, { accountId, username }: Evaluator): Promise<AssignmentRow[]> {
    return tx.query(`${ASSIGNMENT} order by e.year desc, e.program_id, e.kind, p.sort_order`, [
      accountId,
      username,
    ]);
  }

  async find(
    tx: EntityManager,
    { accountId, username }: Evaluator,
    wanted: { readonly round: string; readonly county: string },
  ): Promise<AssignmentRow | null> {
    const rows: AssignmentRow[] = await tx.query(`${ASSIGNMENT} and e.round_id = $3 and p.place_id = $4`, [
      accountId,
      username,
      wanted.round,
      wanted.county,
    ]);
    return rows[0] ?? null;
  }

  async ownMarks(
    tx: EntityManager,
    { username }: Evaluator,
    { round, county }: { readonly round: string; readonly county: string },
  ): Promise<OwnMarkRow[]> {
    return tx.query(
      `select indicator_id as indicator, marks::text as marks, submitted_on::text as "submittedOn"
       from evaluator_mark where evaluator = $1 and round_id = $2 and county_id = $3 and kind = 'mark' order by indicator_id`,
      [username, round, county],
    );
  }
}
