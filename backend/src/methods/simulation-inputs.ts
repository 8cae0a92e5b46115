import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { SimulatedUnit } from '@yuheng/shared/domain/scoring/method-simulation/simulate-methods';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import type { RoundRow } from '../evaluations/evaluations.queries';
import { ResultsService } from '../evaluations/results.service';
import { FactsService } from '../facts/facts.service';
import { MethodsRepository } from './methods.repository';

/** The finalised round of a year whose marks a simulation takes. */
export interface MarkedRound {
  readonly round: string;
  readonly kind: RoundRow['kind'];
  readonly version: number;
  readonly finalisedOn: string;
}

/** What a simulation is computed from: the facts of a year as they stand today, and what evaluators gave in it. */
@Injectable()
export class SimulationInputs {
  constructor(
    private readonly facts: FactsService,
    private readonly results: ResultsService,
    private readonly repository: MethodsRepository,
    private readonly settings: Settings,
  ) {}

  inForce(tx: EntityManager, program: ProgramId): Promise<number | null> {
    return this.repository.inForce(tx, program);
  }

  /** The department evaluation, else the finance re-check, once it is finalised; before it nothing of it is shown. */
  async marked(tx: EntityManager, program: ProgramId, year: number): Promise<MarkedRound | null> {
    const rounds = await this.results.rounds(tx, program, year);
    for (const kind of ['departmentEvaluation', 'financeEvaluation'] as const) {
      const found = rounds.find((one) => one.kind === kind && one.finalisedOn !== null);
      if (found?.finalisedOn) {
        return { round: found.id, kind, version: found.methodVersion, finalisedOn: found.finalisedOn };
      }
    }
    return null;
  }

  async units(
    tx: EntityManager,
    { program, year }: { readonly program: ProgramId; readonly year: number },
    round: string | null,
  ): Promise<SimulatedUnit[]> {
    const facts = await this.facts.read(tx, {
      ...{ program, year, asOf: this.settings.clock.today() },
      ...(round === null ? {} : { round }),
    });
    const given = round === null ? null : await this.results.marks(tx, round);
    return facts.map((one) => ({ facts: one, marks: given?.get(one.county) ?? {} }));
  }
}
