import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { Asked } from '@yuheng/shared/domain/duties/asked-duties';
import type { FormRecord } from '@yuheng/shared/domain/duties/duties-of-county';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { EvaluationKind } from '../evaluations.queries';

export interface AskedRow extends Asked {
  readonly roundKind: EvaluationKind;
  /** How much of it is open: requests, documents, replies. */
  readonly open: number;
}

export interface AskedWanted {
  readonly program: ProgramId;
  readonly county?: string | undefined;
  /** Nothing is done after the day of the data: what was done on a later real day was done by then. */
  readonly asOf: IsoDate;
}

export interface FormRow extends FormRecord {
  readonly year: number;
}

/** The day of a moment, no later than the day of the data; null where there is none. */
const BY_THEN = (moment: string): string =>
  `case when ${moment} is not null then least((${moment} at time zone 'Asia/Shanghai')::date, $3::date) end`;
const ROUND = `r.round_id as round, r.year, r.kind as "roundKind"`;
/** What was open when the round became final is waited for no longer. */
const WAITED_FOR = `(r.finalised_on is null or %done%)`;

/** What evaluation rounds ask of counties, and how far their yearly forms are, as far as the scope of the transaction reaches. */
@Injectable()
export class AskedQueries {
  async ofCounties(tx: EntityManager, { program, county, asOf }: AskedWanted): Promise<AskedRow[]> {
    return tx.query(
      `with asked as (
         select 'evidenceRequest' as kind, ${ROUND}, q.county_id as county, q.due_on, ${BY_THEN('q.answered_at')} as done_on,
           (q.answer is null)::int as open
         from evidence_request q join evaluation_round r on r.city_id = q.city_id and r.round_id = q.round_id
         where r.program_id = $1 and ${WAITED_FOR.replace('%done%', 'q.answer is not null')}
         union all
         select 'documentRequest', ${ROUND}, d.county_id, d.due_on,
           case when bool_and(d.state <> 'asked') then max(d.settled_on) end, (count(*) filter (where d.state = 'asked'))::int
         from document_request d join evaluation_round r on r.city_id = d.city_id and r.round_id = d.round_id
         where r.program_id = $1
         group by r.round_id, r.year, r.kind, r.finalised_on, d.county_id, d.due_on
         having ${WAITED_FOR.replace('%done%', `bool_and(d.state <> 'asked')`)}
         union all
         select 'reply', ${ROUND}, s.county_id, d.reply_by, ${BY_THEN('y.submitted_at')}, (y.submitted_at is null)::int
         from draft_result d
         join evaluation_round r on r.city_id = d.city_id and r.round_id = d.round_id
         join scoring_result s on s.city_id = d.city_id and s.run_id = d.run_id
         left join reply_sheet y on y.city_id = d.city_id and y.round_id = d.round_id and y.county_id = s.county_id
           and y.draft_number = d.number and y.state = 'submitted'
         where r.program_id = $1
           and not exists (select 1 from draft_result n where n.city_id = d.city_id and n.round_id = d.round_id and n.number > d.number)
           and (y.submitted_at is not null or not exists (select 1 from round_finalisation f
             where f.city_id = d.city_id and f.round_id = d.round_id and f.finalised_at >= d.opened_at))
       )
       select a.kind, a.round, a.year, a."roundKind", a.county, a.due_on::text as "dueOn", a.done_on::text as "doneOn", a.open
       from asked a join place p on p.place_id = a.county where $2::text is null or a.county = $2
       order by a.due_on, a.kind, p.sort_order, a.round`,
      [program, county ?? null, asOf],
    );
  }

  /** Forms that were begun, of the years from one to another. */
  async forms(
    tx: EntityManager,
    { program, county, from, to }: Omit<AskedWanted, 'asOf'> & { readonly from: number; readonly to: number },
  ): Promise<FormRow[]> {
    const of = (table: string, kind: FormRecord['kind']): string =>
      `select '${kind}' as kind, f.county_id as county, f.year, f.stage, f.submitted_on::text as "submittedOn",
         f.return_reason as "returnReason"
       from ${table} f where f.program_id = $1 and ($2::text is null or f.county_id = $2) and f.year between $3 and $4`;
    return tx.query(
      `${of('self_evaluation', 'selfEvaluation')} union all ${of('mid_year_form', 'midYearMonitoring')}`,
      [program, county ?? null, from, to],
    );
  }
}
