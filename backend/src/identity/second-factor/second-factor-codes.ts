import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { sha256 } from '../sessions.repository';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { plainRecoveryCode } from './recovery-codes';
import { SecondFactorEntity } from './second-factor.entity';
import { stepOf } from './totp';

/** Takes codes of a second factor, each of them once. */
@Injectable()
export class SecondFactorCodes {
  constructor(
    private readonly source: DataSource,
    private readonly cipher: ColumnCipherService,
    private readonly settings: Settings,
  ) {}

  /**
   * Whether a code of the authenticator, or a recovery code, is right; it is used up by it. No step of time is taken
   * twice, nor one before a step that was taken (RFC 6238 section 5.2): who looks over a shoulder comes too late. Of two
   * at one moment one is taken, because the row decides.
   */
  take(accountId: string, code: string): Promise<boolean> {
    const typed = plainRecoveryCode(code);
    return scoped(this.source, ownScope(accountId), async (tx) => {
      const factor = await tx.findOneBy(SecondFactorEntity, { accountId, confirmedAt: Not(IsNull()) });
      if (!factor) return false;
      if (/^\d{6}$/.test(typed)) return this.takeStep(tx, factor, typed);
      const { affected } = await tx.update(
        RecoveryCodeEntity,
        { accountId, codeSha256: sha256(typed), usedAt: IsNull() },
        { usedAt: this.settings.clock.now() },
      );
      return affected === 1;
    });
  }

  /** The step to which a code belongs, without taking it; null where it is not of that secret, or not of now. */
  stepIn({ accountId, secretCipher }: SecondFactorEntity, code: string): number | null {
    const secret = this.cipher.decrypt(secretCipher, ENCRYPTED_COLUMNS.secondFactor, accountId);
    return stepOf(secret, code.replaceAll(/\s/g, ''), this.settings.clock.now());
  }

  private async takeStep(tx: EntityManager, factor: SecondFactorEntity, code: string): Promise<boolean> {
    const step = this.stepIn(factor, code);
    if (step === null) return false;
    const { affected } = await tx
      .createQueryBuilder()
      .update(SecondFactorEntity)
      .set({ lastStep: step })
      .where('account_id = :accountId and (last_step is null or last_step < :step)', {
        accountId: factor.accountId,
        step,
      })
      .execute();
    return affected === 1;
  }
}
