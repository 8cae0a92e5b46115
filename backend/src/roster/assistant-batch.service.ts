import { Injectable } from '@nestjs/common';
import type { RosterEntry } from '@yuheng/shared/domain/imports/roster/roster-entry';
import { type Refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { AssistantChecks } from './assistant-checks';
import { AssistantNumbersReader } from './assistant-numbers';
import { recorded } from './roster-acts';
import { onPostElsewhere, refuseOutdated } from './roster-refusals';
import { type AssistantRow, RosterQueries } from './roster.queries';
import { RosterRepository } from './roster.repository';

/** A person as the roster has them, with both numbers open: for what is compared with them, never for an answer. */
export interface RecordedAssistant {
  readonly id: string;
  readonly version: number;
  readonly person: RosterEntry;
}

/** What the trail keeps of a person of a batch: nothing by which they are known. */
export type BatchRecord = Readonly<Record<string, unknown>>;

/** Several people of one county at once, each by the checks of the form; in the caller's transaction and act. */
@Injectable()
export class AssistantBatchService {
  constructor(
    private readonly queries: RosterQueries,
    private readonly repository: RosterRepository,
    private readonly checks: AssistantChecks,
    private readonly numbers: AssistantNumbersReader,
    private readonly settings: Settings,
  ) {}

  /** Lets one batch of a county be at work at a time. */
  hold(tx: EntityManager, county: string): Promise<void> {
    return this.queries.holdCounty(tx, county);
  }

  /** Everybody whose data have not been erased, by the first day on post. */
  async people(tx: EntityManager, county: string): Promise<RecordedAssistant[]> {
    const rows = await this.queries.ofCounty(tx, county);
    return rows
      .flatMap((row) => {
        const person = this.personOf(row);
        return person === null ? [] : [{ id: row.id, version: row.version, person }];
      })
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }

  /** What stands against a person beside the cells by themselves; pointers as the form of the roster names them. */
  async refusals(tx: EntityManager, county: string, person: RosterEntry): Promise<readonly Refusal[]> {
    const outcome = this.checks.outcome(county, { ...person, ...NUMBERS_ARE_READ });
    if (!outcome.ok) return outcome.refusals;
    if (person.identityNumber === null) return [];
    const place = { county, identityNumber: person.identityNumber };
    return (await this.checks.isElsewhere(tx, place, person.periods))
      ? [onPostElsewhere('/identityNumber')]
      : [];
  }

  /** @throws ProblemException where the person was entered meanwhile, or is on post elsewhere */
  async enter(
    tx: EntityManager,
    { county, by }: { readonly county: string; readonly by: string },
    person: RosterEntry,
  ): Promise<BatchRecord> {
    const key = { cityId: this.settings.cityId, countyId: county, assistantId: randomUUID() };
    await this.refuseTwice(tx, { county, id: null }, person);
    await this.repository.insert(tx, key, { ...writtenOf(person), enteredBy: by });
    await this.repository.setPeriods(tx, key, person.periods);
    return this.recordOf(tx, key.assistantId);
  }

  /** @throws ProblemException where somebody changed the person meanwhile, or they are on post elsewhere */
  async change(
    tx: EntityManager,
    county: string,
    { id, version }: RecordedAssistant,
    person: RosterEntry,
  ): Promise<{ readonly before: BatchRecord; readonly after: BatchRecord }> {
    const key = { cityId: this.settings.cityId, countyId: county, assistantId: id };
    const row = await this.queries.hold(tx, id);
    refuseOutdated(version, row?.version ?? 0);
    const before = await this.recordOf(tx, id);
    await this.refuseTwice(tx, { county, id }, person);
    await this.repository.change(tx, key, writtenOf(person));
    await this.repository.setPeriods(tx, key, person.periods);
    return { before, after: await this.recordOf(tx, id) };
  }

  private async refuseTwice(
    tx: EntityManager,
    { county, id }: { readonly county: string; readonly id: string | null },
    { identityNumber, periods }: RosterEntry,
  ): Promise<void> {
    if (identityNumber === null) return;
    const who = { county, identityNumber, except: id };
    await this.checks.refuseTwice(tx, who, { periods, pointer: '/identityNumber' });
  }

  private async recordOf(tx: EntityManager, id: string): Promise<BatchRecord> {
    const row = await this.queries.find(tx, id);
    if (!row) throw new Error('A person is gone in the transaction that stored them.');
    return { id, ...recorded(row) };
  }

  private personOf(row: AssistantRow): RosterEntry | null {
    const { name, employment, office, contractFrom, contractUntil, insuredSince, periods, erased } = row;
    if (erased || name === null) return null;
    const numbers = this.numbers.of(row);
    return { name, employment, office, contractFrom, contractUntil, insuredSince, periods, ...numbers };
  }
}

/** Cells are read into numbers before anything else is looked at. */
const NUMBERS_ARE_READ = { identityNumber: undefined, bankCard: undefined };

const keyOf = ({ person, id }: RecordedAssistant): string => `${person.periods[0]?.from ?? ''} ${id}`;

const writtenOf = ({ office, identityNumber, periods: _, ...person }: RosterEntry) => ({
  ...person,
  officeId: office,
  ...(identityNumber === null ? {} : { identityNumber }),
});
