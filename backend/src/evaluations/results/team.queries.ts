import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface TeamMemberRow {
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly withdrawn: boolean;
  /** Counties with which the member declared a conflict (回避). */
  readonly conflicts: readonly string[];
}

/** The team of a round, as those see it who lead or organise it. */
@Injectable()
export class TeamQueries {
  async members(tx: EntityManager, round: string): Promise<TeamMemberRow[]> {
    return tx.query(
      `select m.account_id as account, a.username, a.name, m.withdrawn_on is not null as withdrawn,
         array(select d.county_id from interest_declaration d where d.city_id = m.city_id and d.round_id = m.round_id
           and d.account_id = m.account_id and d.conflict) as conflicts
       from round_member m join evaluator_accounts() a on a.account_id = m.account_id
       where m.round_id = $1 order by a.username`,
      [round],
    );
  }
}
