/**
 * Loaded before a server (`--import`): kills it with SIGKILL at the COMMIT of the first transaction in which a statement
 * or one of its parameters holds a text, just before PostgreSQL is asked to commit or just after it said that it did.
 * `YUHENG_TEST_KILL`: `{"moment": "before" | "after", "mark": "…"}`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
const { moment, mark } = JSON.parse(process.env.YUHENG_TEST_KILL);
const query = Client.prototype.query;
const marked = new WeakSet();
const never = new Promise(() => undefined);

function killed() {
  process.kill(process.pid, 'SIGKILL');
  return never;
}

Client.prototype.query = function watched(text, values, ...rest) {
  if (text === 'commit' && marked.has(this)) {
    return moment === 'before' ? killed() : query.call(this, text).then(killed);
  }
  if ([text, ...(Array.isArray(values) ? values : [])].some((one) => String(one).includes(mark))) {
    marked.add(this);
  }
  return query.call(this, text, values, ...rest);
};
