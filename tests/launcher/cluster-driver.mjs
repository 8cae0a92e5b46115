/**
 * Stands for a Jest run in the tests of the shared cluster: sets it up, prints what the workers would be given, and
 * tears it down when standard input closes. Killed, it leaves the clearing away to the cluster's keeper.
 */
import startCluster from '../support/start-cluster.mjs';
import stopCluster from '../support/stop-cluster.mjs';

await startCluster();
// The second project that names the same set-up must not start a second cluster.
const first = process.env.YUHENG_TEST_CLUSTER;
await startCluster();
if (process.env.YUHENG_TEST_CLUSTER !== first) throw new Error('a second cluster was started');
process.stdout.write(`${process.env.YUHENG_TEST_CLUSTER}\n`);
process.stdin.resume();
process.stdin.once('close', async () => {
  await stopCluster();
  process.exit(0);
});
