import { signal } from '@angular/core';
import { asApiProblem, type ApiProblem } from './api-problem';

/** What a form sends: once at a time, busy while it is under way, with its problem when it fails. */
export class Attempt {
  /** The form was sent once: from now on its empty fields say so. */
  readonly asked = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | null>(null);

  /** Does the work unless some is under way; true when it was done without a problem. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (failure) {
      this.problem.set(asApiProblem(failure));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** As if nothing had been sent. */
  clear(): void {
    this.asked.set(false);
    this.problem.set(null);
  }
}
