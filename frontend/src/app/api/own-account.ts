import { inject, Injectable, signal } from '@angular/core';
import { asApiProblem, type ApiProblem } from './api-problem';
import { Client, type Answer } from './client';
import type { PageSource } from './page-source';
import { SessionLife } from './session-life';

export type AccountDetails = Answer<'readAccount'>;

/** What the account says of itself: how its session ends, what is due, by which rules it signs in. */
@Injectable({ providedIn: 'root' })
export class OwnAccount implements PageSource<AccountDetails> {
  private readonly client = inject(Client);
  private readonly life = inject(SessionLife);
  private readonly answer = signal<AccountDetails | undefined>(undefined);
  private under: Promise<AccountDetails> | null = null;
  private questions = 0;

  readonly value = this.answer.asReadonly();
  readonly problem = signal<ApiProblem | null>(null);
  readonly loading = signal(false);

  /** Asks the server; who asks while it is being asked waits for the same answer. @throws ApiProblem */
  load(): Promise<AccountDetails> {
    return this.under ?? this.renew();
  }

  /**
   * Asks anew because something has just changed: an answer that is still under way may be older than the change, and
   * is not kept. @throws ApiProblem
   */
  renew(): Promise<AccountDetails> {
    this.questions += 1;
    const under = this.read(this.questions).finally(() => {
      if (this.under === under) this.under = null;
    });
    return (this.under = under);
  }

  reload(): void {
    // The problem is told by its signal.
    this.renew().catch(() => undefined);
  }

  /** Another person sits here now, or nobody. */
  forget(): void {
    this.answer.set(undefined);
    this.life.forget();
  }

  private async read(question: number): Promise<AccountDetails> {
    const isLast = (): boolean => question === this.questions;
    this.loading.set(true);
    this.problem.set(null);
    try {
      const details = await this.client.call('readAccount', {});
      if (isLast()) {
        this.answer.set(details);
        this.life.begin(details.session);
      }
      return details;
    } catch (failure) {
      if (isLast()) this.problem.set(asApiProblem(failure));
      throw failure;
    } finally {
      if (isLast()) this.loading.set(false);
    }
  }
}
