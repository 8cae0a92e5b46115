import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Assistant } from '@yuheng/shared/contract/roster';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { AssistantChecks, type ReadPerson } from './assistant-checks';
import { AssistantNumbersReader } from './assistant-numbers';
import { RosterActs } from './roster-acts';
import { refuseErased } from './roster-refusals';
import type { AssistantRow } from './roster.queries';
import { RosterRepository } from './roster.repository';

/** A form of entry asks for one day instead of periods. */
const pointerOfEntry = (pointer: string): string =>
  pointer.startsWith('/periods') ? '/onPostFrom' : pointer;

/** Enters people and changes what is recorded of them: by the county's own clerk alone. */
@Injectable()
export class AssistantEntryService {
  constructor(
    private readonly acts: RosterActs,
    private readonly checks: AssistantChecks,
    private readonly numbers: AssistantNumbersReader,
    private readonly repository: RosterRepository,
  ) {}

  /** A new person, on post from the first day on. */
  async enter(
    act: Act,
    by: SignedIn,
    { county, onPostFrom, ...given }: BodyOf<typeof endpoints.enterAssistant>,
  ): Promise<Assistant> {
    const id = randomUUID();
    act.note({ object: { kind: 'assistant', id }, after: { county } });
    if (!by.scope.counties.includes(county)) throw new ProblemException('not-found');
    const periods = [{ from: onPostFrom, until: null, reason: null }];
    const person = this.checks.read(county, { ...given, periods }, pointerOfEntry);
    return this.acts.record(act, by, async (tx) => {
      await this.checks.refuseTwice(
        tx,
        { county, identityNumber: given.identityNumber, except: null },
        { periods: person.periods, pointer: '/identityNumber' },
      );
      const key = { cityId: by.cityId, countyId: county, assistantId: id };
      await this.repository.insert(tx, key, { ...person.details, ...person.numbers, enteredBy: by.username });
      await this.repository.setPeriods(tx, key, person.periods);
      return this.acts.stored(act, tx, id, null);
    });
  }

  /** Changes a person's record; a number that is not given stays. */
  async change(
    act: Act,
    by: SignedIn,
    { assistant, version }: { assistant: string; version: number },
    { reason, ...given }: BodyOf<typeof endpoints.changeAssistant>,
  ): Promise<Assistant> {
    return this.acts.on(act, by, { assistant, version, reason }, async (row, tx) => {
      refuseErased(row.erased);
      const person = this.checks.read(row.county, given);
      await this.refuseTwice(tx, row, person);
      const key = { cityId: by.cityId, countyId: row.county, assistantId: row.id };
      await this.repository.change(tx, key, { ...person.details, ...person.numbers });
      await this.repository.setPeriods(tx, key, person.periods);
      return this.acts.stored(act, tx, row.id, row);
    });
  }

  private async refuseTwice(tx: EntityManager, row: AssistantRow, person: ReadPerson): Promise<void> {
    const given = person.numbers.identityNumber;
    const identityNumber = given ?? this.numbers.of(row).identityNumber;
    if (identityNumber === null) return;
    await this.checks.refuseTwice(
      tx,
      { county: row.county, identityNumber, except: row.id },
      { periods: person.periods, pointer: given === undefined ? '/periods' : '/identityNumber' },
    );
  }
}
