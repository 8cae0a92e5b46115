/**
 * `npm run rotate-keys`: brings all personal data under the first key, beside a server that goes on working. With
 * DATABASE_URL it uses that database, else the embedded one, which the running `npm start` has left open.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningDatabase } from './launcher/running-database.mjs';
import { readSettings } from './launcher/settings.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const command = path.join(checkout, 'backend', 'dist', 'rotate-keys.js');

try {
  const settings = readSettings(process.env, checkout);
  process.env.YUHENG_DATA = settings.dataFolder;
  if (!settings.databaseUrl) Object.assign(process.env, await runningDatabase(settings.dataFolder));
  if (!existsSync(command)) throw new Error('请先运行一次 npm start · run npm start once before');
  createRequire(import.meta.url)(command);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
