/**
 * Loaded before the server (`--import`): between the messages `record` and `stop` it notes every SQL statement that goes
 * through pg, so that the bare server repeats exactly what one request costs in the database.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const { Client } = createRequire(path.join(checkout, 'backend', 'package.json'))('pg');
const query = Client.prototype.query;
let statements = null;

Client.prototype.query = function record(text, values, ...rest) {
  const isText = typeof text === 'string';
  const given = Array.isArray(values) ? values : [];
  statements?.push(isText ? { text, values: given } : { text: text.text, values: text.values ?? [] });
  return query.call(this, text, values, ...rest);
};

process.on('message', (message) => {
  if (message === 'record') statements = [];
  if (message !== 'stop') return;
  process.send({ statements });
  statements = null;
});
// The channel must not keep a server alive that is asked to end.
process.channel?.unref();
