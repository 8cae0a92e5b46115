import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { outsideTheWindow } from '@yuheng/shared/domain/allocation/evidence/evidence-window';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { ResultsService } from '../../evaluations/results.service';
import { OTHER_PROGRAM, SELF_EVALUATION } from './obstacles';

export interface ResultOfMoney {
  readonly run: string;
  readonly kind: 'departmentEvaluation' | 'financeEvaluation';
  /** The evaluated year. */
  readonly year: number;
  readonly finalisedOn: IsoDate;
}

export interface ResultsOfMoney {
  /** Department evaluations first, of each kind the newest year first. */
  readonly results: readonly ResultOfMoney[];
  /** Why others cannot move this year's money. */
  readonly later: readonly Bilingual[];
}

const KINDS = ['departmentEvaluation', 'financeEvaluation'] as const;
/** A result moves the money of the next year, or, finalised late, of the one after it. */
const YEARS_BACK = [1, 2];

/** Which finalised results can move the money of a year (证据窗口). */
@Injectable()
export class ResultsOfMoneyService {
  constructor(private readonly evaluations: ResultsService) {}

  async read(tx: EntityManager, program: ProgramId, year: number): Promise<ResultsOfMoney> {
    const results: ResultOfMoney[] = [];
    const later: Bilingual[] = [];
    for (const back of YEARS_BACK) {
      for (const round of await this.evaluations.rounds(tx, program, year - back)) {
        const { kind, finalisedOn, finalisedRun } = round;
        if (kind === 'selfEvaluation') continue;
        const outside = outsideTheWindow({ kind, year: round.year, finalisedOn }, year);
        if (outside === null && finalisedOn !== null && finalisedRun !== null) {
          results.push({ run: finalisedRun, kind, year: round.year, finalisedOn });
        } else if (outside !== null && back === 1) {
          // What moved an earlier year is over and needs no word.
          later.push(outside);
        }
      }
    }
    const inOrder = KINDS.flatMap((kind) => results.filter((one) => one.kind === kind));
    return { results: inOrder, later };
  }

  /** Why a run is none of the results of a year; `known` says whether there is such a run at all. */
  async unfit(
    tx: EntityManager,
    { program, year }: { readonly program: ProgramId; readonly year: number },
    id: string,
  ): Promise<{ readonly known: boolean; readonly reason: Bilingual | null }> {
    const found = await this.evaluations.runWithResults(tx, id);
    if (!found) return { known: false, reason: null };
    const { run } = found;
    if (run.program !== program) return { known: true, reason: OTHER_PROGRAM };
    const { kind } = run;
    if (kind === 'selfEvaluation') return { known: true, reason: SELF_EVALUATION };
    const finalisedOn = run.finalisedOn === null ? null : isoDate(run.finalisedOn);
    return { known: true, reason: outsideTheWindow({ kind, year: run.year, finalisedOn }, year) };
  }
}
