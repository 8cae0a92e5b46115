import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AccountContactEntity } from '../accounts/account-contact.entity';
import type { PendingItem } from '../accounts/hand-over.entity';
import { RecoveryCodeEntity } from '../second-factor/recovery-code.entity';

export interface HandOverRow {
  readonly handed_by: string;
  readonly at: Date;
  readonly reason: string;
  readonly pending: readonly PendingItem[];
}

/** What belongs to an account, in a transaction whose scope is its own. */
@Injectable()
export class OwnAccountRepository {
  contact(tx: EntityManager, accountId: string): Promise<AccountContactEntity | null> {
    return tx.findOneBy(AccountContactEntity, { accountId });
  }

  async setContact(tx: EntityManager, contact: AccountContactEntity): Promise<void> {
    await tx.upsert(AccountContactEntity, contact, ['accountId']);
  }

  async removeContact(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(AccountContactEntity, { accountId });
  }

  recoveryCodesLeft(tx: EntityManager, accountId: string): Promise<number> {
    return tx.countBy(RecoveryCodeEntity, { accountId, usedAt: IsNull() });
  }

  /** The newest first. */
  handOvers(tx: EntityManager): Promise<HandOverRow[]> {
    return tx.query('select * from own_hand_overs()');
  }
}
