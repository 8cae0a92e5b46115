import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { plainCode } from './recovery-codes';
import type { SecondFactorEntity } from './second-factor.entity';
import { SecondFactorRepository } from './second-factor.repository';
import { newSecret, stepOf } from './totp';

/** What stood for the second factor: a code of the authenticator, or one of the codes kept for when it is lost. */
export type SecondFactorMeans = 'totp' | 'recoveryCode';

/** The secrets of authenticators, kept encrypted, and their codes, each taken once. */
@Injectable()
export class SecondFactorCodes {
  constructor(
    private readonly source: DataSource,
    private readonly factors: SecondFactorRepository,
    private readonly cipher: ColumnCipherService,
    private readonly settings: Settings,
  ) {}

  /**
   * What a code is that is right; null: it is wrong. A right one is used up by it. No step of time is taken
   * twice, nor one before a step that was taken (RFC 6238 section 5.2): who looks over a shoulder comes too late.
   */
  take(accountId: string, code: string): Promise<SecondFactorMeans | null> {
    const typed = plainCode(code);
    return scoped(this.source, ownScope(accountId), async (tx) => {
      const factor = await this.factors.confirmed(tx, accountId);
      if (!factor) return null;
      if (!/^\d{6}$/.test(typed)) {
        const now = this.settings.clock.now();
        return (await this.factors.takeRecoveryCode(tx, accountId, typed, now)) ? 'recoveryCode' : null;
      }
      const step = this.stepIn(factor, typed);
      return step !== null && (await this.factors.takeStep(tx, accountId, step)) ? 'totp' : null;
    });
  }

  /** Keeps a new secret until its first code has come. @returns it; null where a second factor is in force */
  async begin(tx: EntityManager, accountId: string): Promise<string | null> {
    const secret = newSecret();
    const secretCipher = this.cipher.encrypt(secret, ENCRYPTED_COLUMNS.secondFactor, accountId);
    const begunAt = this.settings.clock.now();
    return (await this.factors.begin(tx, { accountId, secretCipher, begunAt })) ? secret : null;
  }

  /** Puts the secret that was begun in force, by its first code. */
  async confirm(
    tx: EntityManager,
    accountId: string,
    code: string,
  ): Promise<'done' | 'notBegun' | 'wrongCode'> {
    const begun = await this.factors.begun(tx, accountId);
    if (!begun) return 'notBegun';
    const step = this.stepIn(begun, plainCode(code));
    if (step === null) return 'wrongCode';
    const at = this.settings.clock.now();
    return (await this.factors.confirm(tx, begun, { at, step })) ? 'done' : 'notBegun';
  }

  private stepIn({ accountId, secretCipher }: SecondFactorEntity, code: string): number | null {
    const secret = this.cipher.decrypt(secretCipher, ENCRYPTED_COLUMNS.secondFactor, accountId);
    return stepOf(secret, code, this.settings.clock.now());
  }
}
