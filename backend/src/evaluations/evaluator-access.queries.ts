import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EvaluationKind } from './evaluations.queries';

export type MemberRank = 'member' | 'lead' | 'reviewer';
export type Turn = 'first' | 'second' | 'third';

/** A county of the round, as it stands to one member of the team. */
export interface CountyOfMemberRow {
  readonly county: string;
  /** Null as long as nothing is declared. */
  readonly conflict: boolean | null;
  readonly assigned: readonly { readonly section: string; readonly turn: Turn }[];
}

export interface MembershipRow {
  readonly round: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly methodVersion: number;
  readonly rank: MemberRank;
  readonly firm: string;
  /** Every county of the city, in official order. */
  readonly counties: readonly CountyOfMemberRow[];
}

@Injectable()
export class EvaluatorAccessQueries {
  /** Null for who is not in the team of the round, or has been withdrawn from it. */
  async membership(tx: EntityManager, accountId: string, round: string): Promise<MembershipRow | null> {
    const rows = await tx.query<MembershipRow[]>(
      `select e.round_id as round, e.program_id as program, e.year, e.kind, e.method_version as "methodVersion",
         m.rank, m.firm_id as firm,
         (select jsonb_agg(jsonb_build_object('county', p.place_id, 'conflict', d.conflict, 'assigned', coalesce(
              (select jsonb_agg(jsonb_build_object('section', a.section, 'turn', a.turn) order by a.section)
               from evaluation_assignment a where a.city_id = m.city_id and a.round_id = m.round_id
                 and a.county_id = p.place_id and a.account_id = m.account_id), '[]')) order by p.sort_order)
          from place p
          left join interest_declaration d on d.city_id = m.city_id and d.round_id = m.round_id
            and d.county_id = p.place_id and d.account_id = m.account_id
          where p.parent_id = m.city_id and p.kind = 'county') as counties
       from round_member m join evaluation_round e on e.city_id = m.city_id and e.round_id = m.round_id
       where m.account_id = $1 and m.round_id = $2 and m.withdrawn_on is null`,
      [accountId, round],
    );
    return rows[0] ?? null;
  }

  /** Rounds of a program and year in whose teams the account is. */
  async roundsOf(
    tx: EntityManager,
    accountId: string,
    { program, year }: { readonly program: string; readonly year: number },
  ): Promise<string[]> {
    const rows = await tx.query<{ round: string }[]>(
      `select m.round_id as round from round_member m
       join evaluation_round e on e.city_id = m.city_id and e.round_id = m.round_id
       where m.account_id = $1 and m.withdrawn_on is null and e.program_id = $2 and e.year = $3`,
      [accountId, program, year],
    );
    return rows.map(({ round }) => round);
  }
}
