import { parentPort } from 'node:worker_threads';
import { frozenProposal, type ToPropose } from './frozen-proposal';

/** One at a time, in the order in which they were asked; whatever fails here ends the thread, and its owner starts another. */
parentPort?.on('message', ({ id, asked }: { readonly id: number; readonly asked: ToPropose }) => {
  parentPort?.postMessage({ id, outcome: frozenProposal(asked) });
});
