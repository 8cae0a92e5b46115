/** Jest's globalTeardown: tells the cluster's keeper that the run is over, and waits until nothing is left. */
import { once } from 'node:events';

export default async function stopCluster() {
  const keeper = globalThis.yuhengTestCluster;
  if (!keeper) return;
  delete globalThis.yuhengTestCluster;
  delete process.env.YUHENG_TEST_CLUSTER;
  if (keeper.exitCode !== null) return;
  keeper.ref();
  const gone = once(keeper, 'exit');
  keeper.stdin.end();
  await gone;
}
