import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { role, type Role } from '@yuheng/shared/contract/roles';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ownScope } from '../database/scope';
import { PlacesService } from '../regions/places.service';
import { readSessionCookie } from './session-cookie';
import { SessionsRepository } from './sessions.repository';
import type { SignedIn } from './signed-in';

/** Shown at start and on the sign-in page; only a database with demonstration data has accounts that take it. */
export const DEMONSTRATION_PASSWORD = 'Yuheng-demo-2025';

type Session = ResponseOf<typeof endpoints.readSession>;

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async read(token: string | null): Promise<Session> {
    const signedIn = token ? await this.sessions.find(token) : null;
    return { account: signedIn && this.describe(signedIn), demonstration: await this.demonstration() };
  }

  /** The token of the browser's session that a request came with; null for a program with an access token. */
  tokenOf(request: FastifyRequest): string | null {
    return request.headers.authorization === undefined ? readSessionCookie(request) : null;
  }

  /** What the session of a token may do now; nothing once it is over. To ask does not use it: it grows idle all the same. */
  rolesUnused(token: string): Promise<readonly Role[]> {
    return this.sessions.rolesUnused(token);
  }

  /** Ends the session of a token; a token that opens nothing is no act and leaves no entry. */
  async signOut(act: Act, token: string | null): Promise<void> {
    const signedIn = token ? await this.sessions.find(token) : null;
    if (!token || !signedIn || signedIn.by.kind !== 'session') return;
    act.actor = signedIn;
    act.note({ object: { kind: 'session', id: signedIn.by.sessionId } });
    await this.trail.record(act, ownScope(signedIn.accountId), (tx) => this.sessions.end(tx, token));
  }

  async demonstration(): Promise<Session['demonstration']> {
    if (!this.settings.demonstration) return null;
    const rows = await this.sessions.demonstrationAccounts();
    // In the order in which the roles are named everywhere: who reads comes first, administrators last.
    const rank = (name: Role): number => role.options.indexOf(name);
    const sorted = [...rows].sort((a, b) => rank(a.role) - rank(b.role));
    const accounts = sorted.map((row) => ({
      username: row.username,
      role: row.role,
      place: this.places.nameOf(row.place_id),
    }));
    return { accounts, password: DEMONSTRATION_PASSWORD };
  }

  private describe({ username, name, roles, place }: SignedIn): Session['account'] {
    return { username, name, roles: [...roles], place: { ...place, name: this.places.nameOf(place.id) } };
  }
}
