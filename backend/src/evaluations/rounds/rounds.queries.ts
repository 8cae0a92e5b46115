import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { PacksOfMember } from '@yuheng/shared/domain/evaluating/packs-in-words';
import type { OpenDraft } from '@yuheng/shared/domain/evaluating/round-sentence';
import type { RoundStep } from '@yuheng/shared/domain/evaluating/round-steps';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { EntityManager } from 'typeorm';
import type { MemberRank, Turn } from '../evaluator-access.queries';
import type { EvaluationKind } from '../evaluations.queries';

export interface StepRow {
  readonly step: RoundStep;
  readonly takenOn: string;
  readonly documentNumber: string | null;
  readonly note: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly passedOver: boolean;
  readonly by: string;
  readonly at: string;
}

export interface RoundHeadRow {
  readonly id: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly methodVersion: number;
  readonly methodName: Bilingual;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly scoreBy: string | null;
  /** As planned; once a draft was opened, what the newest draft says. */
  readonly replyBy: string | null;
  readonly finalisedOn: string | null;
  readonly documentNumber: string | null;
  readonly openDraft: OpenDraft | null;
  readonly marksExpected: number;
  readonly marksGiven: number;
  /** In the order of their registration. */
  readonly steps: readonly StepRow[];
}

export interface RoundFullRow extends RoundHeadRow {
  readonly definition: Method;
  readonly gapMarks: string;
  readonly markers: number;
  readonly secondShare: number;
  readonly rotate: boolean;
  readonly seed: number;
  readonly version: number;
  readonly createdBy: string | null;
  readonly methodSha256: string | null;
}

export interface MemberRow {
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly firm: string;
  readonly firmName: string;
  readonly rank: MemberRank;
  readonly joinedOn: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly declarations: readonly {
    readonly county: string;
    readonly conflict: boolean;
    readonly reason: string | null;
  }[];
  readonly marksGiven: number;
}

export interface AssignmentRow {
  readonly county: string;
  readonly section: string;
  readonly account: string;
  readonly turn: Turn;
}

export interface PublishedMethodRow {
  readonly program: 'assistants' | 'mediation';
  readonly version: number;
  readonly name: Bilingual;
  readonly publishedOn: string;
  readonly definition: Method;
}

const NAME_OF = (column: string): string =>
  `coalesce((select n.name from account_names(array[${column}]) n), ${column})`;

const HEAD = `
  e.round_id as id, e.program_id as program, e.year, e.kind, e.method_version as "methodVersion", m.name as "methodName",
  e.window_from as "windowFrom", e.window_to as "windowTo", e.score_by::text as "scoreBy",
  coalesce((select d.reply_by from draft_result d where d.city_id = e.city_id and d.round_id = e.round_id
    order by d.number desc limit 1), e.reply_by)::text as "replyBy",
  e.finalised_on::text as "finalisedOn", e.document_number as "documentNumber", e.marks_expected as "marksExpected",
  (select jsonb_build_object('openedOn', d.opened_on, 'replyBy', d.reply_by) from draft_result d
   where d.city_id = e.city_id and d.round_id = e.round_id and not exists (
     select from round_finalisation f where f.city_id = d.city_id and f.round_id = d.round_id and f.finalised_at >= d.opened_at)
   order by d.number desc limit 1) as "openDraft",
  (select coalesce(sum(p.given), 0)::int from round_progress(e.city_id, e.round_id) p) as "marksGiven",
  (select coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'takenOn', s.taken_on, 'documentNumber', s.document_number,
      'note', s.note, 'passedOver', s.passed_over, 'by', ${NAME_OF('s.by')},
      'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'file', (select jsonb_build_object('id', f.file_id, 'name', f.name) from round_file f
               where f.city_id = s.city_id and f.round_id = s.round_id and f.file_id = s.file_id)) order by s.number), '[]')
   from round_step s where s.city_id = e.city_id and s.round_id = e.round_id) as steps`;
const FROM = `from evaluation_round e join evaluation_method m on m.city_id = e.city_id and m.program_id = e.program_id
    and m.version = e.method_version`;

/** What rounds are, as far as the scope of the transaction shows them. */
@Injectable()
export class RoundsQueries {
  /** The latest year first; of one year by program and kind. */
  async heads(
    tx: EntityManager,
    { program, year }: { readonly program: string | null; readonly year: number | null },
  ): Promise<RoundHeadRow[]> {
    return tx.query(
      `select ${HEAD} ${FROM} where ($1::text is null or e.program_id = $1) and ($2::int is null or e.year = $2)
       order by e.year desc, e.program_id, e.kind`,
      [program, year],
    );
  }

  async find(tx: EntityManager, round: string): Promise<RoundFullRow | null> {
    const rows = await tx.query<RoundFullRow[]>(
      `select ${HEAD}, m.definition, trim_scale(e.gap_marks)::text as "gapMarks", e.markers, e.second_share as "secondShare",
         e.rotate, e.seed, e.version, ${NAME_OF('e.created_by')} as "createdBy", e.method_sha256 as "methodSha256"
       ${FROM} where e.round_id = $1`,
      [round],
    );
    return rows[0] ?? null;
  }

  /** By rank, then by name; who was withdrawn comes last. */
  async members(tx: EntityManager, cityId: string, round: string): Promise<MemberRow[]> {
    return tx.query(
      `select r.account_id as account, a.username, a.name, r.firm_id as firm, f.name as "firmName", r.rank,
         r.joined_on::text as "joinedOn", r.withdrawn_on::text as "withdrawnOn", r.withdrawn_reason as "withdrawnReason",
         (select coalesce(jsonb_agg(jsonb_build_object('county', d.county_id, 'conflict', d.conflict, 'reason', d.reason)
            order by p.sort_order), '[]')
          from interest_declaration d join place p on p.place_id = d.county_id
          where d.city_id = r.city_id and d.round_id = r.round_id and d.account_id = r.account_id) as declarations,
         (select coalesce(sum(g.given), 0)::int from round_progress(r.city_id, r.round_id) g
          where g.username = a.username) as "marksGiven"
       from round_member r
       join evaluator_accounts() a on a.account_id = r.account_id
       join evaluation_firm f on f.city_id = r.city_id and f.firm_id = r.firm_id
       where r.city_id = $1 and r.round_id = $2
       order by r.withdrawn_on is not null, array_position(array['lead', 'reviewer', 'member'], r.rank), a.username`,
      [cityId, round],
    );
  }

  async assignments(tx: EntityManager, cityId: string, round: string): Promise<AssignmentRow[]> {
    return tx.query(
      `select a.county_id as county, a.section, a.account_id as account, a.turn
       from evaluation_assignment a join place p on p.place_id = a.county_id
       where a.city_id = $1 and a.round_id = $2 order by p.sort_order, a.section, a.turn, a.account_id`,
      [cityId, round],
    );
  }

  /** Of evaluators who took packs for work off line, how these stand; for the city and who leads the round. */
  async packs(tx: EntityManager, cityId: string, round: string): Promise<PacksOfMember[]> {
    return tx.query(
      `select a.name, p.packs_out as out, p.valid_until::text as "validUntil",
         (p.taken_back_at at time zone 'Asia/Shanghai')::date::text as "takenBackOn"
       from round_packs($1, $2) p join evaluator_accounts() a on a.account_id = p.account_id order by a.username`,
      [cityId, round],
    );
  }

  /** Who had which county in the round of the same kind a year before. */
  async formerAssignments(
    tx: EntityManager,
    cityId: string,
    { program, kind, year }: Pick<RoundHeadRow, 'program' | 'kind' | 'year'>,
  ): Promise<{ county: string; member: string }[]> {
    return tx.query(
      `select distinct a.county_id as county, a.account_id as member from evaluation_assignment a
       join evaluation_round e on e.city_id = a.city_id and e.round_id = a.round_id
       where a.city_id = $1 and e.program_id = $2 and e.kind = $3 and e.year = $4 order by 1, 2`,
      [cityId, program, kind, year - 1],
    );
  }

  /** Published versions, the newest first. */
  async publishedMethods(tx: EntityManager): Promise<PublishedMethodRow[]> {
    return tx.query(
      `select program_id as program, version, name, published_on::text as "publishedOn", definition
       from evaluation_method where published_on is not null order by program_id, version desc`,
    );
  }

  /** Counties of the round that somebody submitted marks for, with who did. */
  async submitted(
    tx: EntityManager,
    cityId: string,
    round: string,
  ): Promise<{ county: string; account: string }[]> {
    return tx.query(
      `select p.county_id as county, a.account_id as account from round_progress($1, $2) p
       join evaluator_accounts() a on a.username = p.username`,
      [cityId, round],
    );
  }
}
