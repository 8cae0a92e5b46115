import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { DecisionCase } from '@yuheng/shared/domain/allocation/deciding/decision-case';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../http/problem-exception';
import {
  AllocationScenariosRepository,
  type ScenarioRow,
} from '../scenarios/allocation-scenarios.repository';
import { SCENARIO_GONE } from '../scenarios/scenario-refusals';
import { ScenarioStandings } from '../scenarios/scenario-standings.service';
import { DecisionsQueries } from './decisions.queries';
import { DecisionsRepository } from './decisions.repository';

/** A scenario that is to be submitted, with all that the rules of a submission look at. */
export interface SubmissionCase {
  readonly scenario: ScenarioRow;
  /** Whether it is before the bureau already. */
  readonly isOpen: boolean;
  /** Whether what it is to correct is the decided split in force of its program and year. */
  readonly correctsInForce: boolean;
  readonly case: DecisionCase;
}

interface Correcting {
  readonly program: ProgramId;
  readonly year: number;
  /** The decision that is to be corrected. */
  readonly corrects: string | null;
}

/** What scenarios and the split in force mean for a decision. */
@Injectable()
export class SubmissionCases {
  constructor(
    private readonly scenarios: AllocationScenariosRepository,
    private readonly standings: ScenarioStandings,
    private readonly queries: DecisionsQueries,
    private readonly repository: DecisionsRepository,
  ) {}

  /**
   * Until the transaction ends nobody else acts on the decisions of the scenario's program and year, or on the scenario.
   * @throws ProblemException not-found, also where it was withdrawn
   */
  async hold(
    tx: EntityManager,
    wanted: { readonly scenario: string; readonly corrects: string | null },
  ): Promise<SubmissionCase> {
    const scenario = await this.scenarios.hold(tx, wanted.scenario);
    if (!scenario) throw new ProblemException('not-found', SCENARIO_GONE);
    const { program, year } = scenario;
    await this.repository.lock(tx, program, year);
    const inForce = await this.queries.inForce(tx, program, year);
    return {
      scenario,
      isOpen: await this.queries.isOpen(tx, scenario.id),
      correctsInForce: inForce !== null && inForce.id === wanted.corrects,
      case: {
        entries: [],
        author: null,
        personsReduced: scenario.personsReduced,
        staffingOpinion: false,
        stale: await this.stale(tx, scenario.id),
        decidedBefore: await this.decidedBefore(tx, { program, year, corrects: wanted.corrects }),
      },
    };
  }

  /** Why a scenario no longer rests on what holds today; null while it does. */
  async stale(tx: EntityManager, id: string): Promise<Bilingual | null> {
    const scenario = await this.scenarios.find(tx, id);
    if (!scenario) throw new ProblemException('not-found', SCENARIO_GONE);
    return (await this.standings.of(tx, [scenario], scenario)).staleOf(scenario);
  }

  /** The document of a decision in force that another one, correcting `corrects`, would stand beside. */
  async decidedBefore(tx: EntityManager, { program, year, corrects }: Correcting): Promise<string | null> {
    const inForce = await this.queries.inForce(tx, program, year);
    return inForce === null || inForce.id === corrects ? null : inForce.documentNumber;
  }
}
