import { Injectable } from '@nestjs/common';
import type { DecisionRole } from '@yuheng/shared/domain/allocation/deciding/decision';
import type { DecisionActor, DecisionCase } from '@yuheng/shared/domain/allocation/deciding/decision-case';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { EntryRow } from './decision-log';
import { DecisionsQueries, type DecisionRow } from './decisions.queries';
import { DecisionsRepository } from './decisions.repository';
import { SubmissionCases } from './submission-cases.service';

/** One decision with all that its rules look at. */
export interface OpenedDecision {
  readonly row: DecisionRow;
  readonly entries: readonly EntryRow[];
  readonly case: DecisionCase;
}

/** Decisions as the domain judges them. */
@Injectable()
export class DecisionCases {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly repository: DecisionsRepository,
    private readonly submissions: SubmissionCases,
  ) {}

  /** @throws ProblemException not-found */
  async find(tx: EntityManager, id: string): Promise<OpenedDecision> {
    const row = await this.queries.find(tx, id);
    if (!row) throw new ProblemException('not-found');
    return this.opened(tx, row);
  }

  /** As `find`, and until the transaction ends nobody else acts on the decisions of its program and year. */
  async hold(tx: EntityManager, id: string): Promise<OpenedDecision> {
    const seen = await this.queries.find(tx, id);
    if (!seen) throw new ProblemException('not-found');
    await this.repository.lock(tx, seen.program, seen.year);
    return this.find(tx, id);
  }

  private async opened(tx: EntityManager, row: DecisionRow): Promise<OpenedDecision> {
    const entries = (await this.queries.entries(tx, [row.id])).get(row.id) ?? [];
    const isDecided = row.documentNumber !== null;
    return {
      row,
      entries,
      case: {
        entries,
        author: row.author,
        personsReduced: row.personsReduced,
        staffingOpinion: (await this.queries.withOpinion(tx, [row.id])).has(row.id),
        // What is decided stays decided, whatever changes afterwards.
        stale: isDecided ? null : await this.submissions.stale(tx, row.scenario),
        decidedBefore: isDecided ? null : await this.submissions.decidedBefore(tx, row),
      },
    };
  }
}

const ROLES: readonly DecisionRole[] = ['leader', 'programOfficer', 'finance'];

/** Who acts, as far as decisions are concerned. */
export const actorOf = ({ username, roles }: SignedIn): DecisionActor => ({
  id: username,
  roles: ROLES.filter((one) => roles.includes(one)),
});
