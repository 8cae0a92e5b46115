/** Started by start-cluster.mjs: waits until its standard input closes, then stops the cluster and removes it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { stopPostmaster } from '../../backend/launcher/postmaster.mjs';

const [pid, folder, dataFolder] = process.argv.slice(2);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve));
await stopPostmaster({ pid: Number(pid), folder, account: null, pgCtl: 'pg_ctl', withinMs: 10_000 });
// Under a closed home the database lies apart from the data folder.
for (const left of [path.dirname(folder), dataFolder]) rmSync(left, { recursive: true, force: true });
