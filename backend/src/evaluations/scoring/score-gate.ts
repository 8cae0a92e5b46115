import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { scopeOfAccess, ScoreAccessService, type ScoreAccess } from './score-access.service';

/** What an evaluator may enter, and the scope in which the counties that are open are read. */
export interface OpenGate {
  readonly access: ScoreAccess;
  readonly scope: Scope;
}

/** Asks, before anything of a county is read, which counties are open; the transaction after it sees no other. */
@Injectable()
export class ScoreGate {
  constructor(
    private readonly source: DataSource,
    private readonly access: ScoreAccessService,
  ) {}

  /** @throws ProblemException not-found for who is not in the team; refused for who has left it. */
  async open(account: SignedIn, round: string): Promise<OpenGate> {
    const access = await scoped(this.source, account.scope, (tx) => this.access.read(tx, account, round));
    return { access, scope: scopeOfAccess(account, access) };
  }
}
