import { Injectable } from '@nestjs/common';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { EvaluationKind } from '../evaluations.queries';

export interface EvidenceRequestRow {
  readonly id: string;
  readonly round: string;
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly county: string;
  readonly indicator: string;
  readonly indicatorName: string | Bilingual | null;
  readonly text: string;
  readonly dueOn: IsoDate;
  readonly askedOn: IsoDate;
  readonly version: number;
  readonly answer: string | null;
  readonly evidence: Evidence[];
  readonly answeredOn: IsoDate | null;
}

export interface NewEvidenceRequest {
  readonly city: string;
  readonly round: string;
  readonly county: string;
  readonly id: string;
  readonly indicator: string;
  readonly account: string;
  readonly text: string;
  readonly dueOn: string;
}

export interface EvidenceAnswer {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly by: string;
}

const DAY = (column: string): string => `(${column} at time zone 'Asia/Shanghai')::date::text`;
const REQUEST = `
  select q.request_id as id, q.round_id as round, r.year, r.kind, q.county_id as county, q.indicator_id as indicator,
    (select i -> 'name' from evaluation_method m cross join jsonb_array_elements(m.definition -> 'indicators') i
     where m.city_id = r.city_id and m.program_id = r.program_id and m.version = r.method_version
       and i ->> 'id' = q.indicator_id) as "indicatorName",
    q.text, q.due_on::text as "dueOn", ${DAY('q.asked_at')} as "askedOn", q.version, q.answer, q.evidence,
    ${DAY('q.answered_at')} as "answeredOn"
  from evidence_request q
  join evaluation_round r on r.city_id = q.city_id and r.round_id = q.round_id
  join place p on p.place_id = q.county_id`;
const ORDER = `order by q.answer is not null, q.due_on, p.sort_order, q.asked_at, q.request_id`;

/** 补充佐证 that evaluators ask of counties; which counties come is decided by the scope. */
@Injectable()
export class EvidenceRequestsRepository {
  async list(tx: EntityManager): Promise<EvidenceRequestRow[]> {
    return tx.query(`${REQUEST} ${ORDER}`);
  }

  async ofIndicator(
    tx: EntityManager,
    {
      round,
      county,
      indicator,
    }: { readonly round: string; readonly county: string; readonly indicator: string },
  ): Promise<EvidenceRequestRow[]> {
    return tx.query(
      `${REQUEST} where q.round_id = $1 and q.county_id = $2 and q.indicator_id = $3 ${ORDER}`,
      [round, county, indicator],
    );
  }

  async openByCounty(tx: EntityManager, round: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ county: string; open: number }[]>(
      `select county_id as county, count(*)::int as open from evidence_request
       where round_id = $1 and answer is null group by county_id`,
      [round],
    );
    return new Map(rows.map(({ county, open }) => [county, open]));
  }

  async find(tx: EntityManager, id: string): Promise<EvidenceRequestRow | null> {
    const rows = await tx.query<EvidenceRequestRow[]>(`${REQUEST} where q.request_id = $1`, [id]);
    return rows[0] ?? null;
  }

  async insert(tx: EntityManager, one: NewEvidenceRequest): Promise<void> {
    await tx.query(
      `insert into evidence_request (city_id, round_id, county_id, request_id, indicator_id, account_id, text, due_on,
         asked_at, version, evidence)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), 1, '[]')`,
      [one.city, one.round, one.county, one.id, one.indicator, one.account, one.text, one.dueOn],
    );
  }

  /** False where another version stands there by now, or it was answered. */
  async answer(tx: EntityManager, id: string, version: number, answer: EvidenceAnswer): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `update evidence_request set answer = $3, evidence = $4, answered_by = $5, answered_at = clock_timestamp(),
         version = version + 1
       where request_id = $1 and version = $2 and answer is null`,
      [id, version, answer.text, JSON.stringify(answer.evidence), answer.by],
    );
    return changed === 1;
  }
}
