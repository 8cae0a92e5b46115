import { randomBytes } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Without 0, 1, l and o, which people mix up on paper: 32 characters, five bits each. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const GROUPS = 4;
const GROUP_LENGTH = 6;

/**
 * Ten codes such as `k7m2qp-x4n8vd-…` of 24 random characters, 120 bits each: enough that their plain SHA-256 can be
 * kept (OWASP ASVS 6.5.2 asks for 112).
 */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

function newRecoveryCode(): string {
  const letters = [...randomBytes(GROUPS * GROUP_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-');
}

/** A code of either kind as it is meant, however it was typed: capitals, spaces and hyphens do not matter. */
export const plainCode = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '');
