/**
 * The launcher behind `npm start`: installs, builds, starts the embedded PostgreSQL, migrates, loads, serves.
 * It runs before the install, so it imports nothing but Node's own modules and the files of launcher/.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOtherNode } from './launcher/node-version.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
try {
  refuseOtherNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { runServer } = await import('./launcher/run-server.mjs');
await runServer({ checkout, environment: process.env });
