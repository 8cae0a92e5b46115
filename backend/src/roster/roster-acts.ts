import { Injectable } from '@nestjs/common';
import type { Assistant } from '@yuheng/shared/contract/roster';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { AssistantNumbersReader } from './assistant-numbers';
import { PresentAssistant } from './present-assistant';
import { refuseOutdated } from './roster-refusals';
import { type AssistantRow, RosterQueries } from './roster.queries';

/** The person that an act is about, as it was asked for. */
export interface WantedAssistant {
  readonly assistant: string;
  readonly reason: string;
  /** The version that was read, where an act must not overwrite another's. */
  readonly version?: number;
}

/**
 * The frame of every act on the roster: one transaction with its entry in the trail. An entry names a person by the id
 * of the record alone, because the trail outlives names and numbers: of those it says that they changed.
 */
@Injectable()
export class RosterActs {
  constructor(
    private readonly trail: AuditTrail,
    private readonly queries: RosterQueries,
    private readonly present: PresentAssistant,
    private readonly numbers: AssistantNumbersReader,
    private readonly settings: Settings,
  ) {}

  record<Result>(act: Act, by: SignedIn, work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.trail.record(act, by.scope, work);
  }

  /** An act on a person who is there, in the version that was read. */
  on<Result>(
    act: Act,
    by: SignedIn,
    { assistant, reason, version }: WantedAssistant,
    work: (row: AssistantRow, tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    act.note({ object: { kind: 'assistant', id: assistant }, reason });
    return this.record(act, by, async (tx) => {
      const row = await this.queries.hold(tx, assistant);
      if (!row) throw new ProblemException('not-found');
      if (version !== undefined) refuseOutdated(version, row.version);
      return work(row, tx);
    });
  }

  /** The person as the transaction leaves them; the entry says what they are now and, after a change, were before. */
  async stored(act: Act, tx: EntityManager, id: string, before: AssistantRow | null): Promise<Assistant> {
    const row = await this.queries.find(tx, id);
    if (!row) throw new Error('A person is gone in the transaction that stored them.');
    const changed = before && this.changedPersonalData(before, row);
    act.note({
      ...(before ? { before: recorded(before) } : {}),
      after: { ...recorded(row), ...(changed && changed.length > 0 ? { changed } : {}) },
    });
    return this.present.of(row, this.settings.clock.today());
  }

  private changedPersonalData(before: AssistantRow, after: AssistantRow): string[] {
    const [was, is] = [before, after].map((row) => ({ name: row.name, ...this.numbers.of(row) }));
    const fields = ['name', 'identityNumber', 'bankCard'] as const;
    return fields.filter((field) => was?.[field] !== is?.[field]);
  }
}

/** What the trail keeps of a record: nothing by which the person is known. */
export const recorded = ({
  county,
  employment,
  office,
  contractFrom,
  contractUntil,
  insuredSince,
  periods,
}: AssistantRow): object => ({
  ...{ county, employment, office, contractFrom, contractUntil, insuredSince, periods },
});
