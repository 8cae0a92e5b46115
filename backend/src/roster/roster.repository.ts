import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../personal-data/column-cipher.service';
import { AssistantPostEntity } from './assistant-post.entity';
import { AssistantEntity } from './assistant.entity';
import type { ReasonedPeriod } from './roster.queries';

/** Where a person stands in the table. */
export interface AssistantKey {
  readonly cityId: string;
  readonly countyId: string;
  readonly assistantId: string;
}

/** What is recorded of a person beside numbers and periods. */
export type AssistantDetails = Pick<
  AssistantEntity,
  'name' | 'employment' | 'officeId' | 'contractFrom' | 'contractUntil' | 'insuredSince'
>;

/** Whole numbers; absent: as they stand. */
export interface AssistantNumbers {
  readonly identityNumber?: string;
  /** Null: none. */
  readonly bankCard?: string | null;
}

/** The writing side of the roster. Numbers go in encrypted, beside the keyed hash by which a person is found again. */
@Injectable()
export class RosterRepository {
  constructor(private readonly cipher: ColumnCipherService) {}

  async insert(
    tx: EntityManager,
    key: AssistantKey,
    person: AssistantDetails & AssistantNumbers & { readonly enteredBy: string },
  ): Promise<void> {
    const { identityNumber, bankCard, ...details } = person;
    await tx.insert(AssistantEntity, {
      ...key,
      ...details,
      ...this.encrypted(key, {
        ...(identityNumber === undefined ? {} : { identityNumber }),
        bankCard: bankCard ?? null,
      }),
      demonstration: false,
      version: 1,
      enteredAt: new Date(),
    });
  }

  /** Changes the row and counts its version up. */
  async change(
    tx: EntityManager,
    key: AssistantKey,
    change: Partial<AssistantDetails> & AssistantNumbers = {},
  ): Promise<void> {
    const { identityNumber, bankCard, ...details } = change;
    const numbers = {
      ...(identityNumber === undefined ? {} : { identityNumber }),
      ...(bankCard === undefined ? {} : { bankCard }),
    };
    await tx.update(AssistantEntity, key, {
      ...details,
      ...this.encrypted(key, numbers),
      version: () => 'version + 1',
    });
  }

  /** Puts these periods in the place of those that were there. */
  async setPeriods(tx: EntityManager, key: AssistantKey, periods: readonly ReasonedPeriod[]): Promise<void> {
    await tx.delete(AssistantPostEntity, key);
    await tx.insert(
      AssistantPostEntity,
      periods.map(({ from, until, reason }) => ({ ...key, fromDay: from, untilDay: until, reason })),
    );
  }

  private encrypted(
    { assistantId }: AssistantKey,
    { identityNumber, bankCard }: AssistantNumbers,
  ): Partial<AssistantEntity> {
    const { assistantIdentity, assistantCard } = ENCRYPTED_COLUMNS;
    return {
      ...(identityNumber === undefined
        ? {}
        : {
            identityCipher: this.cipher.encrypt(identityNumber, assistantIdentity, assistantId),
            identityHash: this.cipher.hash(identityNumber, assistantIdentity),
          }),
      ...(bankCard === undefined
        ? {}
        : { cardCipher: bankCard && this.cipher.encrypt(bankCard, assistantCard, assistantId) }),
    };
  }
}
