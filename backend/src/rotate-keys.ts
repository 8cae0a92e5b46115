import { RepetitionsRepository } from './audit/repetitions.repository';
import { AuditTrail } from './audit/audit-trail';
import { Clock } from './clock/clock';
import { readEnvironment, type Environment } from './config/environment';
import { readKeys } from './config/keys';
import { Settings } from './config/settings';
import { StartRefused } from './config/start-refused';
import { createDataSource } from './database/data-source';
import { NO_SCOPE } from './database/scope';
import { scoped } from './database/scoped-transaction';
import { RotationRepository } from './personal-data/rotation.repository';
import { RotationService, type Rotation } from './personal-data/rotation.service';

/**
 * The one-shot command that brings all personal data under the first key (`npm run rotate-keys`, in production
 * `node backend/dist/rotate-keys.js`), while the server may go on working. It says what it did; started again after it
 * was cut off, it goes on where it was.
 */
async function main(): Promise<void> {
  const rotation = await rotate(readEnvironment());
  for (const [column, count] of Object.entries(rotation.values)) {
    say(`${column}：已改用新密钥 ${count} 条 · ${count} now under the new key`);
  }
  for (const one of rotation.broken) console.error(`无法解密，保持原样 · left as it was: ${one}`);
  if (rotation.broken.length > 0) process.exitCode = 1;
  if (rotation.forgotten.length === 0) return;
  const ids = rotation.forgotten.join(', ');
  say(`可从 YUHENG_KEYS（或密钥文件 keys）中去掉的旧密钥 · keys that can go now: ${ids}`);
}

async function rotate(environment: Environment): Promise<Rotation> {
  const url = environment.databaseOwnerUrl ?? environment.databaseUrl;
  if (!url) {
    throw new StartRefused(
      '更换密钥需要 DATABASE_OWNER_URL（属主角色） / to rotate keys, set DATABASE_OWNER_URL (owner role).',
    );
  }
  const keys = await readKeys(environment, say);
  const source = await createDataSource(url, 2).initialize();
  try {
    const cityId = await scoped(source, NO_SCOPE, (tx) => new RotationRepository().cityId(tx));
    const settings = new Settings(environment, new Clock(null), environment.demonstration, cityId);
    const trail = new AuditTrail(source, settings, new RepetitionsRepository());
    return await new RotationService(source, trail, keys).rotate(say);
  } finally {
    await source.destroy();
  }
}

const say = (line: string): void => console.log(line);

main().catch((error: Error) => {
  console.error(error instanceof StartRefused ? error.message : error.stack);
  process.exitCode = 1;
});
