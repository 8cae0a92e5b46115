import { randomBytes } from 'node:crypto';
import { closeAreaFile, readAreaFile, writeAreaFile } from './data-area.mjs';

const FILE = 'credentials.json';
const ROLES = { superuser: 'postgres', owner: 'yuheng_owner', app: 'yuheng_app' };

/**
 * The names and passwords of the embedded PostgreSQL's three roles, from the one file (mode 0600) that holds them, or
 * drawn anew and not yet kept: 192 random bits each, spelt so that they need no escaping in a URL.
 *
 * @returns {{ credentials: Record<'superuser'|'owner'|'app', { user: string, password: string }>, drawn: boolean }}
 *   `drawn` says that there was no usable file, so a database that exists already knows other passwords
 */
export function openCredentials(area) {
  const text = readAreaFile(area, FILE);
  const kept = text === null ? null : parse(text);
  if (kept) {
    closeAreaFile(area, FILE);
    return { credentials: kept, drawn: false };
  }
  const drawn = Object.entries(ROLES).map(([role, user]) => {
    return [role, { user, password: randomBytes(24).toString('base64url') }];
  });
  return { credentials: Object.fromEntries(drawn), drawn: true };
}

/** Keeps drawn credentials: for a database that exists only once it knows them. */
export function keepCredentials(area, credentials) {
  writeAreaFile(area, FILE, `${JSON.stringify(credentials, null, 2)}\n`);
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    const whole = Object.entries(ROLES).every(
      ([role, user]) => value[role].user === user && value[role].password,
    );
    return whole ? value : null;
  } catch {
    return null;
  }
}
