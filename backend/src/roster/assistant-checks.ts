import { Injectable } from '@nestjs/common';
import { readBankCardNumber } from '@yuheng/shared/domain/personal-data/bank-card-number';
import { readResidentIdentityNumber } from '@yuheng/shared/domain/personal-data/resident-identity-number';
import { type IsoDate, isoDate } from '@yuheng/shared/domain/period/year-month';
import { accepted, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import { contractRefusals, type Employment } from '@yuheng/shared/domain/roster/contract-term';
import { readPostPeriods } from '@yuheng/shared/domain/roster/read-post-periods';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import { PlacesService } from '../regions/places.service';
import { AssistantNumbersReader } from './assistant-numbers';
import { alreadyEntered, officeUnknown, onPostElsewhere, refuseAll } from './roster-refusals';
import { type ReasonedPeriod, RosterQueries } from './roster.queries';
import type { AssistantDetails, AssistantNumbers } from './roster.repository';

/** What a form says of a person. */
export interface GivenPerson {
  readonly name: string;
  readonly employment: Employment;
  readonly office: string | null;
  readonly contractFrom: string | null;
  readonly contractUntil: string | null;
  readonly insuredSince: string | null;
  readonly identityNumber?: string | undefined;
  readonly bankCard?: string | null | undefined;
  readonly periods: readonly GivenPeriod[];
}

export interface GivenPeriod {
  readonly from: string;
  readonly until: string | null;
  readonly reason: string | null;
}

/** The same, read: numbers in their one written form, periods in order. */
export interface ReadPerson {
  readonly details: AssistantDetails;
  readonly numbers: AssistantNumbers;
  readonly periods: readonly ReasonedPeriod[];
}

/** What has to hold of a person on the roster. */
@Injectable()
export class AssistantChecks {
  constructor(
    private readonly queries: RosterQueries,
    private readonly numbers: AssistantNumbersReader,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /**
   * @param pointerOf what a form calls a field of its own differently
   * @throws ProblemException `refused` with all that is wrong with what was given
   */
  read(county: string, given: GivenPerson, pointerOf = (pointer: string): string => pointer): ReadPerson {
    const outcome = this.outcome(county, given);
    if (outcome.ok) return outcome.value;
    const refusals = outcome.refusals.map(({ pointer, detail }) => ({ pointer: pointerOf(pointer), detail }));
    throw new ProblemException('refused', refusals[0]?.detail, refusals);
  }

  /** The same, with all that is wrong as refusals. */
  outcome(county: string, given: GivenPerson): Outcome<ReadPerson> {
    const refusals: Refusal[] = [];
    const take = <Value>(outcome: Outcome<Value>): Value | undefined => {
      if (outcome.ok) return outcome.value;
      refusals.push(...outcome.refusals);
      return undefined;
    };
    const identityNumber =
      given.identityNumber === undefined
        ? undefined
        : take(readResidentIdentityNumber(given.identityNumber, '/identityNumber'));
    const bankCard =
      typeof given.bankCard === 'string'
        ? take(readBankCardNumber(given.bankCard, '/bankCard'))
        : given.bankCard;
    const contract = { from: dayOf(given.contractFrom), until: dayOf(given.contractUntil) };
    refusals.push(...contractRefusals(contract));
    if (given.office !== null && !this.isOffice(given.office, county)) refusals.push(officeUnknown());
    const periods = take(
      readPostPeriods(given.periods.map(asPeriod), {
        pointer: '/periods',
        today: this.settings.clock.today(),
      }),
    );
    if (refusals.length > 0) return refused(refusals);
    return accepted({
      details: {
        ...{ name: given.name, employment: given.employment, officeId: given.office },
        ...{ contractFrom: contract.from, contractUntil: contract.until, insuredSince: given.insuredSince },
      },
      numbers: {
        ...(identityNumber === undefined ? {} : { identityNumber }),
        ...(bankCard === undefined ? {} : { bankCard }),
      },
      periods: periods ?? [],
    });
  }

  /** Whether another county has the person on post on one of the days; whoever asks second waits for the first. */
  isElsewhere(
    tx: EntityManager,
    { county, identityNumber }: { county: string; identityNumber: string },
    periods: readonly ReasonedPeriod[],
  ): Promise<boolean> {
    const hashes = this.numbers.hashes(identityNumber);
    return this.queries.isOnPostElsewhere(tx, { county, hashes }, periods);
  }

  /**
   * One person stands once on a county's roster, and is on post in one county at a time. Whoever asks second waits here
   * for the first.
   */
  async refuseTwice(
    tx: EntityManager,
    { county, identityNumber, except }: { county: string; identityNumber: string; except: string | null },
    { periods, pointer }: { periods: readonly ReasonedPeriod[]; pointer: string },
  ): Promise<void> {
    const hashes = this.numbers.hashes(identityNumber);
    const elsewhere = await this.queries.isOnPostElsewhere(tx, { county, hashes }, periods);
    if (await this.queries.isEntered(tx, { county, hashes, except })) throw alreadyEntered();
    refuseAll(elsewhere ? [onPostElsewhere(pointer)] : []);
  }

  private isOffice(id: string, county: string): boolean {
    const place = this.places.find(id);
    return place?.kind === 'office' && place.parent === county;
  }
}

const dayOf = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));
const asPeriod = ({ from, until, reason }: GivenPeriod): ReasonedPeriod => ({
  from: isoDate(from),
  until: dayOf(until),
  reason,
});
