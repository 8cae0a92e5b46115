import { join } from 'node:path';

/** The compiled script of the thread that computes proposals; it lies beside this one. */
export const proposingWorkerFile = (): string => join(__dirname, 'proposing-worker.js');
