import { readEnvironment } from './config/environment';
import { migrate } from './database/migrate';

/**
 * The one-shot command of production (`node backend/dist/migrate.js`): brings the schema up to date as the owner, gives
 * the application role its rights, says what ran, and ends. The server migrates too when it starts; a step of its own
 * makes a failed migration visible before the old server is replaced.
 */
async function main(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = readEnvironment();
  if (!databaseUrl || !databaseOwnerUrl) {
    throw new Error(
      '迁移需要同时设置 DATABASE_OWNER_URL（属主角色）和 DATABASE_URL（应用角色） / set DATABASE_OWNER_URL (owner role) and DATABASE_URL (application role), both.',
    );
  }
  const ran = await migrate(databaseOwnerUrl, decodeURIComponent(new URL(databaseUrl).username));
  for (const name of ran) console.log(`已迁移 · migrated: ${name}`);
  console.log(`数据库结构已是最新 · the schema is up to date (${ran.length})`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
