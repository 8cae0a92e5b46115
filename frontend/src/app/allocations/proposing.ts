import { inject, Injectable, InjectionToken } from '@angular/core';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { settingsText } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import type { ProposingAnswer, ProposingQuestion, ProposingWorker } from './start-proposing-worker';

/** How a worker is started, replaceable in tests. */
export const START_PROPOSING = new InjectionToken<() => Promise<ProposingWorker>>('start proposing', {
  providedIn: 'root',
  factory: () => async () => (await import('./start-proposing-worker')).startProposingWorker(),
});

export interface SplitQuestion {
  readonly evidence: AllocationEvidence;
  /** Of the evidence: whether two questions are the same is seen by it. */
  readonly evidenceSha256: string;
  /** Without errors (`settingsErrors`). */
  readonly settings: AllocationSettings;
  readonly depth: 'quick' | 'whole';
}

const MOST_ANSWERS = 60;

const keyOf = ({ depth, evidenceSha256, settings }: SplitQuestion): string =>
  `${depth} ${evidenceSha256} ${settingsText(settings)}`;

/**
 * Splits computed beside the page. What was computed once is answered at once, also on the next page; what nobody waits
 * for any more is ended, so that the newest question never stands behind an older one.
 */
@Injectable({ providedIn: 'root' })
export class Proposing {
  private readonly start = inject(START_PROPOSING);
  private readonly answers = new Map<string, Outcome<AllocationProposal>>();
  private readonly idle: ProposingWorker[] = [];
  private asked = 0;

  /** What was computed before, and is answered without a worker. */
  known(question: SplitQuestion): Outcome<AllocationProposal> | undefined {
    return this.answers.get(keyOf(question));
  }

  /** Rejects when the worker fails, or when `signal` says that nobody waits any more. */
  async propose(question: SplitQuestion, signal: AbortSignal): Promise<Outcome<AllocationProposal>> {
    const key = keyOf(question);
    const known = this.answers.get(key);
    if (known) return known;
    const worker = this.idle.pop() ?? (await this.start());
    const outcome = await this.asking(worker, question, signal);
    this.answers.set(key, outcome);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MOST_ANSWERS && oldest !== undefined) this.answers.delete(oldest);
    return outcome;
  }

  private asking(
    worker: ProposingWorker,
    { evidence, settings, depth }: SplitQuestion,
    signal: AbortSignal,
  ): Promise<Outcome<AllocationProposal>> {
    const id = (this.asked += 1);
    return new Promise((answered, failed) => {
      const end = (failure: unknown): void => {
        worker.terminate();
        failed(failure instanceof Error ? failure : new Error(String(failure)));
      };
      if (signal.aborted) return end(signal.reason);
      const stop = () => end(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      worker.onerror = (event) => {
        signal.removeEventListener('abort', stop);
        end(new Error(event.message));
      };
      worker.onmessage = ({ data }: MessageEvent<ProposingAnswer>) => {
        if (data.id !== id) return;
        signal.removeEventListener('abort', stop);
        this.idle.push(worker);
        answered(data.outcome);
      };
      worker.postMessage({ id, evidence, settings, depth } satisfies ProposingQuestion);
    });
  }
}
