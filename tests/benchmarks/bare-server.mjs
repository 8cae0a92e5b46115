/**
 * The yardstick: node:http and pg alone, doing for each request the same statements in the same order on a pool of the
 * same size, and answering the rows as JSON. No framework, validation, computation, entity or header.
 *
 *   argv: a JSON file with { statements, sessionStatements }
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const { Pool } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
const statements = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const begin = statements.findIndex(({ text }) => /^(start transaction|begin)/i.test(text));
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = createServer(async (_, answer) => {
  try {
    const rows = [];
    for (const { text, values } of statements.slice(0, begin))
      rows.push((await pool.query(text, values)).rows);
    const client = await pool.connect();
    for (const { text, values } of statements.slice(begin))
      rows.push((await client.query(text, values)).rows);
    client.release();
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
  } catch (error) {
    answer.writeHead(500).end(error.message);
  }
});
server.listen(0, '127.0.0.1', () => console.log(`bare: ${server.address().port}`));
process.channel?.unref();
process.on('SIGTERM', () => process.exit(0));
