import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import { PlacesService } from '../regions/places.service';
import { isPassword } from './password';
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
    private readonly settings: Settings,
  ) {}

  /** Opens a session. Unknown users and wrong passwords get the same answer after the same work. */
  async signIn({
    username,
    password,
  }: BodyOf<typeof endpoints.signIn>): Promise<{ token: string; session: Session }> {
    const row = await this.sessions.findForSignIn(username);
    if (!(await isPassword(password, row?.password_hash ?? null)) || !row) {
      throw new ProblemException('wrong-credentials');
    }
    const token = await this.sessions.open(row.account_id);
    return { token, session: await this.read(token) };
  }

  async read(token: string | null): Promise<Session> {
    const signedIn = token ? await this.sessions.find(token) : null;
    return { account: signedIn && this.describe(signedIn), demonstration: await this.demonstration() };
  }

  async signOut(token: string | null): Promise<void> {
    if (token) await this.sessions.end(token);
  }

  async demonstration(): Promise<Session['demonstration']> {
    if (!this.settings.demonstration) return null;
    const rows = await this.sessions.demonstrationAccounts();
    const accounts = rows.map((row) => ({
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
