import type { Outcome } from '@yuheng/shared/domain/refusal';
import { Worker } from 'node:worker_threads';
import type { FrozenProposal, ToPropose } from './frozen-proposal';
import { proposingWorkerFile } from './proposing-worker-file';
import { stopping, tooManyWaiting, tookTooLong } from './thread-answers';

export interface ThreadLimits {
  /** How many may wait behind the one that is computed. */
  readonly waiting: number;
  /** How long one may take. */
  readonly seconds: number;
}

interface Job {
  readonly id: number;
  readonly asked: ToPropose;
  readonly resolve: (outcome: Outcome<FrozenProposal>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One thread, started at the first question and kept, that computes proposals one after the other, so that the event loop
 * goes on answering. It never keeps the process alive. A thread that failed or took too long is replaced by a new one.
 */
export class ProposingThread {
  private worker: Worker | null = null;
  private running: Job | null = null;
  private clock: NodeJS.Timeout | null = null;
  private readonly queue: Job[] = [];
  private asked = 0;
  private isStopped = false;

  constructor(private readonly limits: ThreadLimits) {}

  /** @throws ProblemException unavailable: too many wait, it took too long, or the service is stopping */
  propose(asked: ToPropose): Promise<Outcome<FrozenProposal>> {
    if (this.isStopped) return Promise.reject(stopping());
    if (this.queue.length >= this.limits.waiting) return Promise.reject(tooManyWaiting());
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.queue.push({ id: this.asked, asked, resolve, reject });
      this.next();
    });
  }

  /** Whoever waits is told; the thread is gone when this returns. */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const job of this.queue.splice(0)) job.reject(stopping());
    this.end()?.reject(stopping());
    await this.drop();
  }

  private next(): void {
    if (this.running) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running = job;
    this.clock = setTimeout(() => {
      this.end()?.reject(tookTooLong(this.limits.seconds));
      void this.drop().then(() => this.next());
    }, this.limits.seconds * 1000);
    this.worker ??= this.started();
    this.worker.postMessage({ id: job.id, asked: job.asked });
  }

  private started(): Worker {
    const worker = new Worker(proposingWorkerFile());
    worker.unref();
    worker.on('message', ({ id, outcome }: { id: number; outcome: Outcome<FrozenProposal> }) => {
      if (this.running?.id !== id) return;
      this.end()?.resolve(outcome);
      this.next();
    });
    worker.on('error', (error) => {
      if (this.worker === worker) this.worker = null;
      this.end()?.reject(error);
      this.next();
    });
    return worker;
  }

  /** The job that was computed, whose clock stands still from now on. */
  private end(): Job | null {
    const job = this.running;
    this.running = null;
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
    return job;
  }

  private async drop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    worker?.removeAllListeners();
    await worker?.terminate();
  }
}
