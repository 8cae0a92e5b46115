import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { IssuePlansRepository, type PlanInForce } from './issue-plans.repository';

/** What a decided split issues to each county at its two moments. */
export interface NewIssuePlan {
  readonly program: ProgramId;
  readonly year: number;
  readonly decision: string;
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly counties: readonly {
    readonly county: string;
    readonly advanceFen: number;
    /** Negative where too much was issued in advance (多退). */
    readonly finalFen: number;
  }[];
}

/** 下达计划: what decided splits lay down for the ledger, beside what is really issued. */
@Injectable()
export class IssuePlansService {
  constructor(
    private readonly repository: IssuePlansRepository,
    private readonly settings: Settings,
  ) {}

  /** Lays down the plan of a split that was decided; an earlier one of the year stays on record. Part of the caller's transaction. */
  async plan(tx: EntityManager, { program, year, counties, ...by }: NewIssuePlan): Promise<void> {
    const number = (await this.repository.lastNumber(tx, program, year)) + 1;
    await this.repository.insert(
      tx,
      counties.flatMap(({ county, advanceFen, finalFen }) =>
        [
          { moment: 'advance', amount: fen(advanceFen) },
          { moment: 'final', amount: fen(finalFen) },
        ].map((one) => ({
          cityId: this.settings.cityId,
          ...{ programId: program, year, number, countyId: county, ...one },
          ...{ decisionId: by.decision, documentNumber: by.documentNumber, decidedOn: by.decidedOn },
        })),
      ),
    );
  }

  /** The plan in force of a program and year, now or on a day, of the counties that the reader sees; null: nothing is decided. */
  inForce(tx: EntityManager, program: ProgramId, year: number, on?: IsoDate): Promise<PlanInForce | null> {
    return this.repository.inForce(tx, program, year, on);
  }
}
