import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { INVARIANTS, violationsOf } from './invariants.queries';

type Answer = ResponseOf<typeof endpoints.readInvariants>;

const MOST_SHOWN = 20;

/** The live check that constraints alone are not trusted with (architecture.md section 6). */
@Injectable()
export class InvariantsService {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Asks every rule in one transaction, of all rows that the account sees. */
  async check(account: SignedIn): Promise<Answer> {
    return scoped(this.source, account.scope, async (tx) => {
      const rules: Answer['rules'] = [];
      for (const invariant of INVARIANTS) {
        const violations = await violationsOf(tx, invariant, MOST_SHOWN);
        const { id, text } = invariant;
        rules.push({ id, text, holds: violations.length === 0, violations });
      }
      return { checkedAt: this.settings.clock.now().toISOString(), rules };
    });
  }
}
