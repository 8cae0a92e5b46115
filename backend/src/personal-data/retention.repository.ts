import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many rows of each kind a run has removed. */
export interface Erased {
  /** Of accounts that have been disabled for as long as the setting says. */
  readonly telephones: number;
  readonly secondFactors: number;
  readonly recoveryCodes: number;
  /** People of the roster who have been off post for as long. */
  readonly assistants: number;
  /** Over for 30 days. */
  readonly sessions: number;
  readonly accessTokens: number;
  readonly oneTimeLinks: number;
  /** Idle for a day. */
  readonly signInFailures: number;
}

/** Rows beyond every scope: through functions of the migrations, which decide what is due. */
@Injectable()
export class RetentionRepository {
  async eraseExpired(tx: EntityManager): Promise<Erased> {
    const [{ erased }] = await tx.query<[{ erased: Erased }]>(
      `select erase_expired() || jsonb_build_object('assistants', erase_assistants()) as erased`,
    );
    return erased;
  }
}
