import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import { randomInt } from 'node:crypto';
import { hashPassword } from '../../identity/passwords/password';

/** Without 0 O o, 1 l I i: the password is read from a sheet of paper or over the telephone. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

const GROUP = 4;
/** Four groups are 92 bits; more of them where a longer password is asked for. */
const FEWEST_GROUPS = 4;
/** Small letters, capitals, digits and the hyphens between the groups, whatever the settings ask for. */
const CLASSES = 4;

const group = (): string =>
  Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/**
 * A first password from the generator of the operating system: groups of four letters and digits between hyphens, all
 * four kinds of characters, at least 19 characters and no fewer than the settings ask for.
 * Example: `Kmwt-7hq9-Bxrd-3fnz`.
 */
export function initialPassword(
  username: string,
  { passwordLength }: Pick<SecuritySettings, 'passwordLength'>,
): string {
  const groups = Math.max(FEWEST_GROUPS, Math.ceil((passwordLength + 1) / (GROUP + 1)));
  for (;;) {
    const password = Array.from({ length: groups }, group).join('-');
    if (checkPassword(password, username, { length: passwordLength, classes: CLASSES }).ok) return password;
  }
}

/** A first password and what is stored of it. */
export interface FirstPassword {
  readonly password: string;
  readonly passwordHash: string;
}

export async function makeFirstPassword(
  username: string,
  settings: SecuritySettings,
): Promise<FirstPassword> {
  const password = initialPassword(username, settings);
  return { password, passwordHash: await hashPassword(password) };
}
