/**
 * `npm run rotate-keys`: brings all personal data under the first key, beside a server that goes on working. With
 * DATABASE_URL it uses that database, else the embedded one, which the running `npm start` has left open.
 */
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningDatabase } from './launcher/running-database.mjs';
import { readSettings } from './launcher/settings.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const command = path.join(checkout, 'backend', 'dist', 'rotate-keys.js');

try {
  const settings = readSettings(process.env, checkout);
  const area = existsSync(settings.dataFolder) ? realpathSync(settings.dataFolder) : settings.dataFolder;
  process.env.YUHENG_DATA = area;
  if (!settings.databaseUrl) Object.assign(process.env, await runningDatabase(area));
  if (!existsSync(command))
    throw new Error('程序尚未编译，请先运行一次 npm start · not compiled yet: run npm start once');
  createRequire(import.meta.url)(command);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
