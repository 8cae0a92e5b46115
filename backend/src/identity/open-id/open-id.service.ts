import { Injectable } from '@nestjs/common';
import type { Act } from '../../audit/act';
import { ProblemException } from '../../http/problem-exception';
import { SessionsRepository } from '../sessions.repository';
import { SessionOpening } from '../sign-in/session-opening';
import type { Visitor } from '../sign-in/visitor';
import { OpenIdProvider, type Checks, type ProviderAnswer } from './open-id-provider';

/** Why a sign-in by OpenID came to nothing, as the sign-in page is told it. */
export type OpenIdProblem = 'openid-unavailable' | 'openid-failed' | 'openid-unknown';

/** A sign-in by OpenID that came to nothing, expected as the provider is somebody else's. */
export class OpenIdFailure extends Error {
  constructor(
    readonly problem: OpenIdProblem,
    /** Kind and code of what the provider's answer lacked, for the log; nothing of the answer, which may hold codes. */
    readonly kind: string,
  ) {
    super(`${problem}: ${kind}`);
  }
}

/** Signs in who has signed in at the provider. */
@Injectable()
export class OpenIdService {
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly opening: SessionOpening,
    private readonly sessions: SessionsRepository,
  ) {}

  options(): { openId: { name: string } | null } {
    const { configured } = this.provider;
    return { openId: configured && { name: configured.name } };
  }

  /** Where to lead the browser. @throws OpenIdFailure when the provider cannot be asked. */
  async begin(redirectUri: string): Promise<{ url: URL; checks: Checks }> {
    if (!this.provider.configured) throw new ProblemException('not-found');
    try {
      return await this.provider.begin(redirectUri);
    } catch (failure) {
      throw new OpenIdFailure('openid-unavailable', kindOf(failure));
    }
  }

  /**
   * The token of a new session, for the account whose OpenID subject the provider has named: never by an e-mail address or
   * a name, which people change and providers hand on. A second factor that the provider asked for counts; without one,
   * who needs one gets a session that reaches nothing but giving it. A subject that no account has leaves no entry in the
   * trail, as an unknown user name leaves none.
   * @throws OpenIdFailure
   */
  async finish(act: Act, address: URL, checks: Checks, visitor: Visitor): Promise<string> {
    const answer = await this.answerOf(address, checks);
    const account = await this.sessions.findByOpenId(answer.subject);
    if (!account) throw new OpenIdFailure('openid-unknown', 'no account has the subject');
    const opened = { ...account, method: 'openId', secondFactor: answer.secondFactor, proved: null } as const;
    return this.opening.open(act, opened, visitor);
  }

  private async answerOf(address: URL, checks: Checks): Promise<ProviderAnswer> {
    try {
      return await this.provider.finish(address, checks);
    } catch (failure) {
      const problem = wasNotReached(failure) ? 'openid-unavailable' : 'openid-failed';
      throw new OpenIdFailure(problem, kindOf(failure));
    }
  }
}

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: Thrown;
}

function kindOf(failure: unknown): string {
  const { name, code, cause } = failure as Thrown;
  return [name, code, cause?.name, cause?.code].filter((one) => typeof one === 'string').join(' ');
}

/** fetch fails with a TypeError where nobody answers. */
const wasNotReached = (failure: unknown): boolean =>
  kindOf(failure)
    .split(' ')
    .some((one) => one === 'TypeError' || one === 'OAUTH_TIMEOUT');
