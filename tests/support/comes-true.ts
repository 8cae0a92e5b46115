import { setTimeout as pause } from 'node:timers/promises';

/** What has not come by then does not come any more; the time of every other wait in the browser. */
const PATIENCE_MS = 15_000;

/**
 * A page is drawn bit by bit: what a test expects of it is read again until it holds. What never comes true fails with
 * the last answer. For states that a page arrives at and stays in. Never for what must not be there: a figure that is
 * shown for a moment and taken away again would pass.
 */
export async function comesTrue(expectation: () => Promise<void>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50);
  }
}
