import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Role, CITY_READERS, COUNTY_READERS } from '@yuheng/shared/contract/roles';
import { Client, type Answer, type CallOptions } from './client';
import { OwnAccount } from './own-account';
import { SignInAgain } from './sign-in-again';
import { Tabs, type TabMessage } from './tabs';

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
  private readonly again = inject(SignInAgain);
  private readonly own = inject(OwnAccount);
  private readonly tabs = inject(Tabs);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly answer = signal<SessionAnswer | null>(null);
  private first: Promise<void> | null = null;

  readonly account = computed(() => this.answer()?.account ?? null);
  /** Not null only on a database with demonstration data. */
  readonly demonstration = computed(() => this.answer()?.demonstration ?? null);
  readonly readsCity = computed(() => among(this.account()?.roles, CITY));
  readonly readsOwnCounty = computed(() => !this.readsCity() && among(this.account()?.roles, COUNTY));
  readonly readsBusiness = computed(() => this.readsCity() || this.readsOwnCounty());
  readonly isProgramOfficer = computed(() => among(this.account()?.roles, ['programOfficer']));

  constructor() {
    this.tabs.hear((message) => void this.heard(message));
  }

  /** Asks the server once; later calls wait for the same answer. @throws ApiProblem */
  load(): Promise<void> {
    this.first ??= this.read().catch((failure: unknown) => {
      this.first = null;
      throw failure;
    });
    return this.first;
  }

  /** @throws ApiProblem `wrong-credentials`, `second-factor-required`, `too-many-requests` … */
  async signIn(body: CallOptions<'signIn'>['body']): Promise<void> {
    this.know(await this.client.call('signIn', { body }));
    this.tabs.tell({ kind: 'signedIn', username: this.account()?.username ?? '' });
  }

  /** Gives the second factor to the session that is open. @throws ApiProblem */
  async confirm(code: string): Promise<void> {
    this.know(await this.client.call('confirmSession', { body: { code } }));
  }

  async signOut(): Promise<void> {
    await this.client.call('signOut', {});
    this.tabs.tell({ kind: 'signedOut' });
    await this.read();
  }

  /** The session is over and nobody signs in again here: the page that comes next asks who it is. */
  async leave(): Promise<void> {
    const here = this.router.url;
    this.forget();
    await this.router.navigate(['/sign-in'], { queryParams: { return: here } });
  }

  private async read(): Promise<void> {
    this.know(await this.client.call('readSession', {}));
  }

  private know(answer: SessionAnswer): void {
    const username = answer.account?.username ?? null;
    if (username !== this.again.username()) this.own.forget();
    this.answer.set(answer);
    this.again.username.set(username);
  }

  private forget(): void {
    this.know({ account: null, demonstration: this.demonstration() });
    this.again.settle(false);
  }

  private async heard(message: TabMessage): Promise<void> {
    const username = this.again.username();
    if (username === null) return;
    if (message.kind === 'signedOut') {
      this.forget();
      await this.router.navigate(['/sign-in']);
    }
    if (message.kind !== 'signedIn') return;
    // What is shown here belongs to another person than the one whose cookie the browser now sends.
    if (message.username !== username) this.document.location.assign('/');
    else this.own.reload();
  }
}
