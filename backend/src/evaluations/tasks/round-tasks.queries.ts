import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { RoundStep } from '@yuheng/shared/domain/evaluating/round-steps';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { MemberRank } from '../evaluator-access.queries';
import type { EvaluationKind } from '../evaluations.queries';

export interface RoundRow {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly program: ProgramId;
  readonly year: number;
}

/** What is open for one member of a team in a round, in counts. */
export interface MemberRoundRow extends RoundRow {
  readonly rank: MemberRank;
  readonly scoreBy: IsoDate | null;
  readonly steps: readonly RoundStep[];
  /** Counties within reach of which no interest is declared. */
  readonly undeclared: number;
  /** Counties whose sheet is not handed in, by the turn in which they are marked. */
  readonly toScore: number;
  readonly toScoreThird: number;
  /** Packs that are still taken back and were not, with the first day on which one ends. */
  readonly packs: number;
  readonly packsUntil: IsoDate | null;
}

const ROUND = `r.round_id as id, r.kind, r.program_id as program, r.year`;
const OPEN_SHEET = `not exists (select 1 from score_sheet s where s.city_id = a.city_id and s.round_id = a.round_id
  and s.county_id = a.county_id and s.account_id = a.account_id and s.state = 'submitted')`;
/** Opinions that were handed in on the draft `d` and not ruled on. */
const NOT_RULED = `from county_reply c
  join reply_sheet s on s.city_id = c.city_id and s.round_id = c.round_id and s.county_id = c.county_id
    and s.draft_number = c.draft_number and s.state = 'submitted'
  where c.city_id = d.city_id and c.round_id = d.round_id and c.draft_number = d.number
    and not exists (select 1 from reply_ruling u where u.city_id = c.city_id and u.round_id = c.round_id
      and u.county_id = c.county_id and u.draft_number = c.draft_number and u.indicator_id = c.indicator_id)`;
/** The newest draft, as long as no result followed it. */
const CURRENT = `not exists (select 1 from draft_result n where n.city_id = d.city_id and n.round_id = d.round_id and n.number > d.number)
  and not exists (select 1 from round_finalisation f where f.city_id = d.city_id and f.round_id = d.round_id
    and f.finalised_at >= d.opened_at)`;

/** What waits in evaluation rounds, in counts, as far as the scope of the transaction reaches. */
@Injectable()
export class RoundTasksQueries {
  /** Rounds in whose teams the account is, until they are final. */
  async ofMember(tx: EntityManager, account: string, today: IsoDate): Promise<MemberRoundRow[]> {
    const assigned = (
      turns: string,
    ): string => `(select count(distinct a.county_id)::int from evaluation_assignment a
       join interest_declaration i on i.city_id = a.city_id and i.round_id = a.round_id and i.county_id = a.county_id
         and i.account_id = a.account_id and not i.conflict
       where a.city_id = m.city_id and a.round_id = m.round_id and a.account_id = m.account_id and ${turns} and ${OPEN_SHEET})`;
    const packs = `from score_pack k where k.city_id = m.city_id and k.round_id = m.round_id and k.account_id = m.account_id
       and k.valid_until >= $2 and not exists (select 1 from score_pack_return b
         join score_pack o on o.city_id = b.city_id and o.pack_id = b.pack_id and o.round_id = k.round_id
         where o.account_id = k.account_id and b.applied_at >= k.issued_at)`;
    return tx.query(
      `select ${ROUND}, m.rank, r.score_by::text as "scoreBy",
         (select coalesce(jsonb_agg(s.step order by s.number), '[]') from round_step s
          where s.city_id = m.city_id and s.round_id = m.round_id) as steps,
         (select count(*)::int from place p where p.parent_id = m.city_id and p.kind = 'county'
            and (m.rank <> 'member' or exists (select 1 from evaluation_assignment a where a.city_id = m.city_id
              and a.round_id = m.round_id and a.county_id = p.place_id and a.account_id = m.account_id))
            and not exists (select 1 from interest_declaration i where i.city_id = m.city_id and i.round_id = m.round_id
              and i.county_id = p.place_id and i.account_id = m.account_id)) as undeclared,
         ${assigned(`a.turn <> 'third'`)} as "toScore", ${assigned(`a.turn = 'third'`)} as "toScoreThird",
         (select count(*)::int ${packs}) as packs, (select min(k.valid_until)::text ${packs}) as "packsUntil"
       from round_member m join evaluation_round r on r.city_id = m.city_id and r.round_id = m.round_id
       where m.account_id = $1 and m.withdrawn_on is null and r.finalised_on is null
       order by r.year desc, r.program_id, r.kind`,
      [account, today],
    );
  }

  /** Opinions of counties on the draft of now that nobody has ruled on. */
  async notRuled(tx: EntityManager, round: string): Promise<number> {
    const rows = await tx.query<{ count: number }[]>(
      `select coalesce(sum((select count(*) ${NOT_RULED})), 0)::int as count from draft_result d where d.round_id = $1 and ${CURRENT}`,
      [round],
    );
    return rows[0]?.count ?? 0;
  }

  /** Rounds that only wait for 定案: every county has replied or let its day pass, every opinion is ruled on; every form is approved. */
  async toFinalise(tx: EntityManager, program: ProgramId, today: IsoDate): Promise<RoundRow[]> {
    return tx.query(
      `select ${ROUND} from evaluation_round r join draft_result d on d.city_id = r.city_id and d.round_id = r.round_id
       where r.program_id = $1 and ${CURRENT} and not exists (select 1 ${NOT_RULED})
         and (d.reply_by < $2 or not exists (
           select 1 from scoring_result o where o.city_id = d.city_id and o.run_id = d.run_id and not exists (
             select 1 from reply_sheet s where s.city_id = d.city_id and s.round_id = d.round_id
               and s.county_id = o.county_id and s.draft_number = d.number and s.state = 'submitted')))
       union all
       select ${ROUND} from evaluation_round r
       where r.program_id = $1 and r.kind = 'selfEvaluation' and r.finalised_on is null
         and exists (select 1 from round_step s where s.city_id = r.city_id and s.round_id = r.round_id and s.step = 'scoring')
         and not exists (select 1 from place p where p.parent_id = r.city_id and p.kind = 'county' and not exists (
           select 1 from self_evaluation e where e.city_id = r.city_id and e.county_id = p.place_id
             and e.program_id = r.program_id and e.year = r.year and e.stage = 'approved'))
       order by 4 desc, 2`,
      [program, today],
    );
  }

  /** Years of a program in which the counties of the scope have posts: those have forms to be written. */
  async yearsWithPosts(tx: EntityManager, program: ProgramId): Promise<number[]> {
    const rows = await tx.query<{ year: number }[]>(
      `select distinct year from program_post where program_id = $1 order by year`,
      [program],
    );
    return rows.map(({ year }) => year);
  }
}
