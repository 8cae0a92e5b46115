import { inject, Injectable, signal } from '@angular/core';
import { Tabs } from './tabs';

/** What a call waits for: the password (the session is over), or the second factor alone. */
export type Demand = 'password' | 'code';

/**
 * Signing in again without leaving the page: calls that found the session over wait here, however many they are, for
 * the one dialogue that `demand` opens, and are repeated when it is answered. Nothing on the page is lost meanwhile.
 */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  /** Who is signed in as this page knows it; null: nobody, so that nobody can sign in again. */
  readonly username = signal<string | null>(null);
  readonly demand = signal<Demand | null>(null);
  private waiting: { readonly promise: Promise<boolean>; readonly resolve: (done: boolean) => void } | null =
    null;

  constructor() {
    inject(Tabs).hear((message) => {
      // Another tab has just done what is asked for here: the session is the browser's, not the tab's.
      const same = message.kind === 'signedIn' && message.username === this.username();
      if (same && this.demand() === 'password') this.settle(true);
    });
  }

  /** True when the same person has signed in again; false when the dialogue was given up. */
  ask(demand: Demand): Promise<boolean> {
    // Who signs in anew is asked for the second factor along with the password.
    if (this.demand() !== 'password') this.demand.set(demand);
    this.waiting ??= openPromise();
    return this.waiting.promise;
  }

  settle(done: boolean): void {
    this.demand.set(null);
    this.waiting?.resolve(done);
    this.waiting = null;
  }
}

function openPromise(): { promise: Promise<boolean>; resolve: (done: boolean) => void } {
  let resolve: (done: boolean) => void = () => undefined;
  const promise = new Promise<boolean>((done) => (resolve = done));
  return { promise, resolve };
}
