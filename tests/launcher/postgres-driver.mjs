/**
 * Stands for node in the tests of the embedded PostgreSQL: starts it with the options given as JSON, says how to
 * reach it in one line of JSON, and stops it when standard input closes. Killed, it leaves PostgreSQL behind.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { launcher, ...options } = JSON.parse(process.argv[2]);
const { startEmbeddedPostgres } = await import(
  pathToFileURL(path.join(launcher, 'embedded-postgres.mjs')).href
);
try {
  const server = await startEmbeddedPostgres({
    ...options,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(server)}\n`);
  process.stdin.resume();
  process.stdin.once('close', async () => {
    const stopped = await server.stop();
    process.exit(stopped ? 0 : 3);
  });
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error.message, name: error.name })}\n`);
}
