import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { IsNull, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../../personal-data/column-cipher.service';
import { ProofService } from '../proof/proof.service';
import { SessionEntity } from '../session.entity';
import { sha256 } from '../sessions.repository';
import type { SignedIn } from '../signed-in';
import { qrCodeSvg } from './qr-code';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { newRecoveryCodes, plainRecoveryCode } from './recovery-codes';
import { SecondFactorCodes } from './second-factor-codes';
import { SecondFactorEntity } from './second-factor.entity';
import { authenticatorUri, newSecret } from './totp';

const SHARED = bilingual(
  '演示账户为公用，不能启用第二重验证；请用自己建立的账户试用。',
  'Demonstration accounts are shared and enrol no second factor: try it with an account of your own making.',
);
const ENROLLED = bilingual(
  '第二重验证已经启用；更换验证器请先停用，再重新启用。',
  'A second factor is enrolled already: give it up first to enrol another authenticator.',
);
const NOT_ENROLLED = bilingual(
  '尚未启用第二重验证，请先在“我的账户”中启用。',
  'No second factor is enrolled: enrol one under “My account” first.',
);
const NOT_BEGUN = bilingual(
  '没有待确认的第二重验证，请重新开始启用。',
  'No second factor waits to be proved: begin to enrol it anew.',
);

/** Enrols, renews and gives up the second factor of one's own account. */
@Injectable()
export class SecondFactorEnrolmentService {
  constructor(
    private readonly proof: ProofService,
    private readonly codes: SecondFactorCodes,
    private readonly cipher: ColumnCipherService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** A new secret, in force only when its first code has come; begun again, the one before it is forgotten. */
  async begin(
    act: Act,
    account: SignedIn,
    password: string,
  ): Promise<ResponseOf<typeof endpoints.beginSecondFactor>> {
    const { accountId, username } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    if (account.demonstration) throw new ProblemException('refused', SHARED);
    if (account.secondFactorEnrolled) throw new ProblemException('conflict', ENROLLED);
    await this.proof.confirmPassword(account, password);
    const secret = newSecret();
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const begun = await tx.query<unknown[]>(
        `insert into second_factor (account_id, secret_cipher, begun_at) values ($1, $2, $3)
         on conflict (account_id) do update set secret_cipher = excluded.secret_cipher, begun_at = excluded.begun_at
         where second_factor.confirmed_at is null returning 1`,
        [
          accountId,
          this.cipher.encrypt(secret, ENCRYPTED_COLUMNS.secondFactor, accountId),
          this.settings.clock.now(),
        ],
      );
      if (begun.length === 0) throw new ProblemException('conflict', ENROLLED);
    });
    const uri = authenticatorUri(username, secret);
    return { secret, uri, qrSvg: qrCodeSvg(uri) };
  }

  /** The first code proves that the authenticator has the secret; it counts as given in this session. */
  async confirm(act: Act, account: SignedIn, code: string): Promise<{ recoveryCodes: string[] }> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    const recoveryCodes = newRecoveryCodes();
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const factor = await tx.findOneBy(SecondFactorEntity, { accountId, confirmedAt: IsNull() });
      if (!factor) throw new ProblemException('conflict', NOT_BEGUN);
      const step = this.codes.stepIn(factor, code);
      if (step === null) throw new ProblemException('refused', undefined, [WRONG_FIRST_CODE]);
      const { affected } = await tx.update(
        SecondFactorEntity,
        { accountId, secretCipher: factor.secretCipher, confirmedAt: IsNull() },
        { confirmedAt: this.settings.clock.now(), lastStep: step },
      );
      if (affected !== 1) throw new ProblemException('conflict', NOT_BEGUN);
      await this.replaceCodes(tx, accountId, recoveryCodes);
      await this.markGiven(tx, account);
    });
    return { recoveryCodes };
  }

  async renewRecoveryCodes(
    act: Act,
    account: SignedIn,
    { password, code }: BodyOf<typeof endpoints.renewRecoveryCodes>,
  ): Promise<{ recoveryCodes: string[] }> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    if (!account.secondFactorEnrolled) throw new ProblemException('conflict', NOT_ENROLLED);
    await this.proof.confirmBoth(account, password, code);
    const recoveryCodes = newRecoveryCodes();
    await this.trail.record(act, ownScope(accountId), (tx) =>
      this.replaceCodes(tx, accountId, recoveryCodes),
    );
    return { recoveryCodes };
  }

  /** No session of the account counts as one with a second factor any more: where it is due, it is enrolled anew first. */
  async remove(
    act: Act,
    account: SignedIn,
    { password, code }: BodyOf<typeof endpoints.removeSecondFactor>,
  ): Promise<void> {
    const { accountId } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    if (!account.secondFactorEnrolled) throw new ProblemException('conflict', NOT_ENROLLED);
    await this.proof.confirmBoth(account, password, code);
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      await tx.delete(RecoveryCodeEntity, { accountId });
      await tx.delete(SecondFactorEntity, { accountId });
      await tx.update(SessionEntity, { accountId }, { secondFactorAt: null });
    });
  }

  private async replaceCodes(tx: EntityManager, accountId: string, codes: readonly string[]): Promise<void> {
    await tx.delete(RecoveryCodeEntity, { accountId });
    await tx.insert(
      RecoveryCodeEntity,
      codes.map((code) => ({ accountId, codeSha256: sha256(plainRecoveryCode(code)), usedAt: null })),
    );
  }

  private async markGiven(tx: EntityManager, { accountId, by }: SignedIn): Promise<void> {
    if (by.kind !== 'session') return;
    const { sessionId } = by;
    await tx.update(SessionEntity, { accountId, sessionId }, { secondFactorAt: this.settings.clock.now() });
  }
}

const WRONG_FIRST_CODE = refusal(
  '/code',
  '验证码与刚才的密钥不符；请核对手机时间是否准确，再输入验证器现在显示的六位数字。',
  'The code does not belong to the new secret: see that the telephone’s clock is right, and enter the six digits shown now.',
);
