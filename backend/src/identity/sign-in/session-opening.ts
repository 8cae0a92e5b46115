import { Injectable } from '@nestjs/common';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ownScope } from '../../database/scope';
import { CityRulesRepository } from '../accounts/city-rules.repository';
import { ProofService, type Proved } from '../proof/proof.service';
import type { SecondFactorMeans } from '../second-factor/second-factor-codes';
import { SessionsRepository } from '../sessions.repository';
import type { Visitor } from './visitor';

/** Whose session is opened, and by what. */
export interface Opened {
  readonly accountId: string;
  readonly username: string;
  readonly method: 'password' | 'openId';
  /** Whether a second factor was given. */
  readonly secondFactor: boolean;
  /** What it was, where it was given here and not at the provider: who lost the authenticator is told from who has it. */
  readonly by?: SecondFactorMeans;
  /** null: the provider has proved who it is. */
  readonly proved: Proved | null;
}

/** Opens a session for somebody who has proved who they are. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly trail: AuditTrail,
    private readonly rules: CityRulesRepository,
    private readonly proof: ProofService,
  ) {}

  /**
   * The session that the same browser had before ends with it, whoever's it was: a sign-in over an open session
   * (re-authentication in place) leaves one, with a token that nobody knew before. @returns its token
   * @throws ProblemException wrong-credentials where password or second factor are no longer those that were proved.
   */
  async open(act: Act, { accountId, username, proved, ...how }: Opened, visitor: Visitor): Promise<string> {
    const { address, userAgent, token } = visitor;
    act.note({ object: { kind: 'account', id: accountId }, after: how });
    const { lifetimeHours } = await this.rules.read();
    return this.trail.record(act, ownScope(accountId), async (tx) => {
      if (proved) await this.proof.hold(tx, accountId, proved);
      act.actor = { accountId, username, roles: await this.sessions.rolesOf(tx, accountId) };
      if (token) await this.sessions.end(tx, token);
      return this.sessions.open(tx, { accountId, ...how, address, userAgent, lifetimeHours });
    });
  }
}
