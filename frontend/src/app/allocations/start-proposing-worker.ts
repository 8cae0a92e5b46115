import type { ProposingAnswer, ProposingQuestion } from './proposing.worker';

/** What a page needs of a worker. */
export type ProposingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;
export type { ProposingAnswer, ProposingQuestion };

/** In a file of its own: where modules are not there (component specs) nobody loads it. */
export const startProposingWorker = (): ProposingWorker =>
  new Worker(new URL('./proposing.worker', import.meta.url), { type: 'module' });
