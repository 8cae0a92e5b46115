import { computed, inject, Injectable, signal } from '@angular/core';
import type { Role, CITY_READERS, COUNTY_READERS } from '@yuheng/shared/contract/roles';
import { Client, type Answer } from './client';

type SessionAnswer = Answer<'readSession'>;

/** The contract's lists, held to it by the compiler (see routes.ts for why they are written again). */
const CITY: typeof CITY_READERS = ['leader', 'programOfficer', 'inspector', 'finance'];
const COUNTY: typeof COUNTY_READERS = ['countyOfficer', 'countyApprover', 'countyFinance'];

const among = (roles: readonly Role[] | undefined, allowed: readonly Role[]): boolean =>
  (roles ?? []).some((one) => allowed.includes(one));

/** Who is signed in. What a role may do is decided by the server; here it only decides what is offered. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(Client);
  private readonly answer = signal<SessionAnswer | null>(null);
  private first: Promise<void> | null = null;

  readonly account = computed(() => this.answer()?.account ?? null);
  /** Not null only on a database with demonstration data. */
  readonly demonstration = computed(() => this.answer()?.demonstration ?? null);
  readonly readsCity = computed(() => among(this.account()?.roles, CITY));
  readonly readsOwnCounty = computed(() => !this.readsCity() && among(this.account()?.roles, COUNTY));
  readonly readsBusiness = computed(() => this.readsCity() || this.readsOwnCounty());
  readonly isProgramOfficer = computed(() => among(this.account()?.roles, ['programOfficer']));

  /** Asks the server once; later calls wait for the same answer. @throws ApiProblem */
  load(): Promise<void> {
    this.first ??= this.read().catch((failure: unknown) => {
      this.first = null;
      throw failure;
    });
    return this.first;
  }

  /** @throws ApiProblem `wrong-credentials`, `too-many-requests` … */
  async signIn(body: { username: string; password: string }): Promise<void> {
    this.answer.set(await this.client.call('signIn', { body }));
  }

  async signOut(): Promise<void> {
    await this.client.call('signOut', {});
    await this.read();
  }

  private async read(): Promise<void> {
    this.answer.set(await this.client.call('readSession', {}));
  }
}
