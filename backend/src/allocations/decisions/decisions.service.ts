import { Injectable } from '@nestjs/common';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { decisionActs } from '@yuheng/shared/domain/allocation/deciding/decision-acts';
import { obstaclesOf } from '@yuheng/shared/domain/allocation/deciding/obstacles';
import { awaitingCheckOf } from '@yuheng/shared/domain/allocation/deciding/standing';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { actorOf, DecisionCases } from './decision-cases.service';
import { DecisionParts } from './decision-parts.service';
import { DecisionsQueries } from './decisions.queries';
import { presentEntry, presentFile, presentHead } from './present-decision';

/** Decisions for their readers. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly source: DataSource,
    private readonly cases: DecisionCases,
    private readonly parts: DecisionParts,
    private readonly queries: DecisionsQueries,
    private readonly settings: Settings,
  ) {}

  list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listAllocationDecisions>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationDecisions>> {
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.queries.ofYear(tx, program, year);
      const entries = await this.queries.entries(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        ...{ program, year, ...this.pageState() },
        decisions: rows.map((row) => presentHead(row, entries.get(row.id) ?? [], this.settings.clock)),
      };
    });
  }

  /** @throws ProblemException not-found */
  read(account: SignedIn, id: string): Promise<AllocationDecision> {
    return scoped(this.source, account.scope, (tx) => this.find(tx, account, id));
  }

  /** As `read`, inside a transaction of the caller. */
  async find(tx: EntityManager, account: SignedIn, id: string): Promise<AllocationDecision> {
    const opened = await this.cases.find(tx, id);
    const { row, entries } = opened;
    const { clock } = this.settings;
    const { awaitingCheck: _, ...head } = presentHead(row, entries, clock);
    const { files, ...parts } = await this.parts.read(tx, row);
    const number = awaitingCheckOf(entries)?.number;
    const awaiting = entries.find((one) => one.number === number);
    const step = awaiting?.step ?? head.next;
    return {
      ...{ program: row.program, year: row.year, ...this.pageState() },
      ...head,
      version: row.version,
      entries: entries.map((entry) => presentEntry(entry, files, clock)),
      awaitingCheck: awaiting ? presentEntry(awaiting, files, clock) : null,
      acts: [...decisionActs(opened.case, actorOf(account))],
      obstacles: step === null ? [] : [...obstaclesOf(opened.case, step)],
      staffingOpinion: presentFile(files.find(({ kind }) => kind === 'staffingOpinion')),
      ...parts,
      snapshotSha256: row.snapshotSha256,
    };
  }

  private pageState(): { asOf: string; demonstration: boolean } {
    return { asOf: this.settings.clock.today(), demonstration: this.settings.demonstration };
  }
}
