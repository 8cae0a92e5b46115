import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { role, type Role } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ownScope } from '../database/scope';
import { ProblemException } from '../http/problem-exception';
import { PlacesService } from '../regions/places.service';
import { isPassword } from './passwords/password';
import { SessionsRepository, sha256 } from './sessions.repository';
import { SignInAttempts } from './sign-in-attempts';
import type { SignedIn } from './signed-in';

/** Shown at start and on the sign-in page; only a database with demonstration data has accounts that take it. */
export const DEMONSTRATION_PASSWORD = 'Yuheng-demo-2025';

const TOO_MANY = bilingual(
  '该用户名连续多次输入错误密码，请十分钟后再试；忘记密码请联系系统管理员。',
  'Too many wrong passwords for this user name: try again in ten minutes, or ask the system administrator.',
);

type Session = ResponseOf<typeof endpoints.readSession>;

@Injectable()
export class SessionsService {
  private readonly attempts = new SignInAttempts();

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * Opens a session. Unknown users and wrong passwords get the same answer after the same work, and after too many of
   * them no answer but 429 for some minutes.
   */
  async signIn(
    act: Act,
    { username, password }: BodyOf<typeof endpoints.signIn>,
    { address, userAgent }: { readonly address: string; readonly userAgent: string },
  ): Promise<{ token: string; session: Session }> {
    if (!this.attempts.begin(address, username, this.settings.clock.now())) {
      throw new ProblemException('too-many-requests', TOO_MANY);
    }
    const row = await this.sessions.findForSignIn(username);
    if (row) act.note({ object: { kind: 'account', id: row.account_id } });
    if (!(await isPassword(password, row?.password_hash ?? null)) || !row) {
      throw new ProblemException('wrong-credentials');
    }
    this.attempts.succeed(address, username);
    act.actor = { accountId: row.account_id, username: row.username, roles: [] };
    const token = await this.trail.record(act, ownScope(row.account_id), (tx) =>
      this.sessions.open(tx, {
        accountId: row.account_id,
        method: 'password',
        address,
        userAgent,
        lifetimeHours: row.settings.lifetimeHours,
        secondFactor: false,
      }),
    );
    return { token, session: await this.read(token) };
  }

  async read(token: string | null): Promise<Session> {
    const signedIn = token ? await this.sessions.find(token) : null;
    return { account: signedIn && this.describe(signedIn), demonstration: await this.demonstration() };
  }

  /** Ends the session of a token; a token that opens nothing is no act and leaves no entry. */
  async signOut(act: Act, token: string | null): Promise<void> {
    const signedIn = token ? await this.sessions.find(token) : null;
    if (!token || !signedIn || signedIn.by.kind !== 'session') return;
    act.actor = signedIn;
    act.note({ object: { kind: 'session', id: signedIn.by.sessionId } });
    await this.trail.record(act, ownScope(signedIn.accountId), async (tx) => {
      await tx.query('select end_session($1)', [sha256(token)]);
    });
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
