import { Injectable } from '@nestjs/common';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { IssuePlansService } from '../../funds/issue-plans.service';
import type { SignedIn } from '../../identity/signed-in';
import { decidedSnapshot, noticesOf, type DecidedSplit } from './decided-split';
import { DecisionsQueries } from './decisions.queries';
import { DecisionsRepository } from './decisions.repository';

/** The end of a decision: its promulgation is confirmed, and the split is locked. */
@Injectable()
export class PromulgationService {
  constructor(
    private readonly repository: DecisionsRepository,
    private readonly queries: DecisionsQueries,
    private readonly plans: IssuePlansService,
    private readonly settings: Settings,
  ) {}

  /** Writes down what the second person found; why it may, the caller has asked. */
  async check(
    tx: EntityManager,
    { username }: SignedIn,
    made: { readonly decision: string; readonly number: number; readonly rejectedBecause: string | null },
  ): Promise<void> {
    await this.repository.check(tx, { ...made, by: username, at: this.settings.clock.now() });
    await this.repository.renew(tx, made.decision);
  }

  /**
   * Locks the split of a decision whose promulgation was confirmed just now: snapshot with its SHA-256, the issue plan of
   * its year and a notice to every county; the decision that it corrects is in force no longer. Part of the caller's
   * transaction, so that an interruption leaves nothing of it.
   */
  async decide(tx: EntityManager, decision: string): Promise<void> {
    const split = await this.split(tx, decision);
    const snapshot = decidedSnapshot(split) as unknown as CanonicalValue;
    const { documentNumber, decidedOn, row, run } = split;
    await this.repository.promulgate(tx, {
      ...{ decision, corrects: row.corrects, documentNumber, decidedOn, snapshot },
      snapshotSha256: createHash('sha256').update(canonicalJson(snapshot)).digest('hex'),
    });
    await this.plans.plan(tx, {
      ...{ program: row.program, year: row.year, decision, documentNumber, decidedOn },
      counties: run.proposal.counties.map(({ county, advanceFen, finalFen }) => ({
        ...{ county, advanceFen, finalFen },
      })),
    });
    await this.repository.insertNotices(
      tx,
      noticesOf(split).map(({ county, content }) => ({
        cityId: this.settings.cityId,
        decisionId: decision,
        countyId: county,
        programId: row.program,
        year: row.year,
        corrects: row.corrects,
        content,
      })),
    );
  }

  private async split(tx: EntityManager, decision: string): Promise<DecidedSplit> {
    const row = await this.queries.find(tx, decision);
    const run = await this.queries.run(tx, decision);
    const entries = (await this.queries.entries(tx, [decision])).get(decision) ?? [];
    const last = entries.at(-1);
    if (!row || !run || last?.step !== 'promulgation' || last.documentNumber === null) {
      throw new RangeError(`The decision ${decision} has no promulgation to be decided by.`);
    }
    const corrected = row.corrects === null ? null : await this.queries.find(tx, row.corrects);
    return {
      ...{ row, run, entries, documentNumber: last.documentNumber, decidedOn: last.on },
      corrects: corrected?.documentNumber ?? null,
    };
  }
}
