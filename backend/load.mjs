/**
 * `npm run load -- --counties 2844 --months 36`: makes the large data set (演示数据) in a database of its own, `load` below
 * the data folder, which `YUHENG_DATA=… npm start` then serves. Made again, it takes the place of the former one. It never
 * touches the database of `npm start`; a configured one (DATABASE_URL) only with --configured, and only an empty one.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseOtherNode } from './launcher/node-version.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
try {
  refuseOtherNode();
  const { runLoad } = await import('./launcher/run-load.mjs');
  await runLoad({ checkout, environment: process.env, parameters: process.argv.slice(2) });
} catch (error) {
  const isRefusal = ['LaunchError', 'StartRefused'].includes(error.constructor.name);
  console.error(isRefusal ? error.message : error.stack);
  process.exitCode = isRefusal ? 2 : 1;
}
