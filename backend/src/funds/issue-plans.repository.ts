import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { fen, type Fen } from '@yuheng/shared/domain/money/fen';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { IssuePlanEntity } from './issue-plan.entity';

export interface PlanInForce {
  readonly documentNumber: string;
  readonly decidedOn: string;
  /** 1 is the first plan of the year; every correction has the next number. */
  readonly number: number;
  readonly counties: readonly {
    readonly county: string;
    readonly advanceFen: Fen;
    readonly finalFen: Fen;
  }[];
}

interface PlanRow {
  readonly number: number;
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly county: string;
  readonly advance: string;
  readonly final: string;
}

/** Plans are only ever added; the highest number of a program and year is in force. */
@Injectable()
export class IssuePlansRepository {
  async insert(tx: EntityManager, rows: readonly IssuePlanEntity[]): Promise<void> {
    await tx.insert(IssuePlanEntity, [...rows]);
  }

  async lastNumber(tx: EntityManager, program: ProgramId, year: number): Promise<number> {
    const rows: { last: number }[] = await tx.query(
      'select coalesce(max(number), 0) as last from issue_plan where program_id = $1 and year = $2',
      [program, year],
    );
    return rows[0]?.last ?? 0;
  }

  async inForce(
    tx: EntityManager,
    program: ProgramId,
    year: number,
    on?: IsoDate,
  ): Promise<PlanInForce | null> {
    const rows: PlanRow[] = await tx.query(
      `select number, document_number as "documentNumber", decided_on::text as "decidedOn", county_id as county,
         coalesce(sum(amount) filter (where moment = 'advance'), 0) as advance,
         coalesce(sum(amount) filter (where moment = 'final'), 0) as final
       from issue_plan p where program_id = $1 and year = $2
         and number = (select max(number) from issue_plan where program_id = $1 and year = $2
           and ($3::date is null or decided_on <= $3))
       group by number, document_number, decided_on, county_id order by county_id`,
      [program, year, on ?? null],
    );
    const [first] = rows;
    if (!first) return null;
    return {
      ...{ documentNumber: first.documentNumber, decidedOn: first.decidedOn, number: first.number },
      counties: rows.map((one) => ({
        county: one.county,
        advanceFen: fen(one.advance),
        finalFen: fen(one.final),
      })),
    };
  }
}
