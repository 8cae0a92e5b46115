/**
 * Loaded before the server (`--import`): after the message `without`, who asks is remembered instead of looked up, and the
 * scope stays as it stands on the connection instead of being set in each transaction; after `with`, all is as it is in
 * the program. What a request takes longer with than without is what the doors cost it.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(path.join(checkout, 'backend', 'package.json'));
const { Client } = require('pg');
const { SessionsRepository } = require('./dist/identity/sessions.repository.js');

let isWithout = false;
let remembered = null;
const standing = new WeakSet();

const find = SessionsRepository.prototype.find;
SessionsRepository.prototype.find = async function look(...given) {
  if (isWithout && remembered) return remembered;
  remembered = await find.apply(this, given);
  return remembered;
};

const query = Client.prototype.query;
Client.prototype.query = function send(text, values, ...rest) {
  const isScope = isWithout && typeof text === 'string' && text.startsWith('select set_config(');
  if (!isScope) return query.call(this, text, values, ...rest);
  const done = rest.find((one) => typeof one === 'function');
  if (standing.has(this)) {
    const result = { command: 'SELECT', rows: [{}], rowCount: 1 };
    return done ? queueMicrotask(() => done(null, result)) : Promise.resolve(result);
  }
  standing.add(this);
  return query.call(this, text.replaceAll(', true)', ', false)'), values, ...rest);
};

process.on('message', (message) => {
  isWithout = message === 'without';
  process.send(message);
});
// The channel must not keep a server alive that is asked to end.
process.channel?.unref();
