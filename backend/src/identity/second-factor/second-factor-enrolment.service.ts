import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../proof/proof.service';
import { SessionsRepository } from '../sessions.repository';
import type { SignedIn } from '../signed-in';
import { qrCodeSvg } from './qr-code';
import { newRecoveryCodes } from './recovery-codes';
import { SecondFactorCodes } from './second-factor-codes';
import { SecondFactorRepository } from './second-factor.repository';
import { authenticatorUri } from './totp';

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
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionsRepository,
    private readonly trail: AuditTrail,
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
    await this.proof.confirmPassword(act, account, password);
    const secret = await this.trail.record(act, ownScope(accountId), async (tx) => {
      const begun = await this.codes.begin(tx, accountId);
      if (begun === null) throw new ProblemException('conflict', ENROLLED);
      return begun;
    });
    const uri = authenticatorUri(username, secret);
    return { secret, uri, qrSvg: qrCodeSvg(uri) };
  }

  /** The first code proves that the authenticator has the secret; it counts as given in this session. */
  async confirm(act: Act, account: SignedIn, code: string): Promise<{ recoveryCodes: string[] }> {
    const { accountId, by } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    const recoveryCodes = newRecoveryCodes();
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const confirmed = await this.codes.confirm(tx, accountId, code);
      if (confirmed === 'notBegun') throw new ProblemException('conflict', NOT_BEGUN);
      if (confirmed === 'wrongCode') throw new ProblemException('refused', undefined, [WRONG_FIRST_CODE]);
      await this.factors.replaceCodes(tx, accountId, recoveryCodes);
      if (by.kind === 'session') await this.sessions.confirm(tx, accountId, by.sessionId);
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
    await this.proof.confirmBoth(act, account, password, code);
    const recoveryCodes = newRecoveryCodes();
    await this.trail.record(act, ownScope(accountId), (tx) =>
      this.factors.replaceCodes(tx, accountId, recoveryCodes),
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
    await this.proof.confirmBoth(act, account, password, code);
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      await this.factors.remove(tx, accountId);
      await this.sessions.forgetSecondFactor(tx, accountId);
    });
  }
}

const WRONG_FIRST_CODE = refusal(
  '/code',
  '验证码与刚才的密钥不符；请核对手机时间是否准确，再输入验证器现在显示的六位数字。',
  'The code does not belong to the new secret: see that the telephone’s clock is right, and enter the six digits shown now.',
);
