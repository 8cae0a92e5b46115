import { generateSecret, generateURI, verifySync } from 'otplib';

/** TOTP (RFC 6238) as every authenticator knows it: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30;
const SIX_DIGITS = /^\d{6}$/;

/** 160 random bits in Base32, as RFC 4226 section 4 recommends. */
export const newSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator reads from the QR code (otpauth://totp/…). */
export const authenticatorUri = (username: string, secret: string): string =>
  generateURI({ issuer: '玉衡 Yuheng', label: username, secret });

/**
 * The time step to which a code belongs: the current one, the one before (it was typed slowly) or the one after (the
 * telephone's clock is fast). Null for any other code, and for what is none.
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!SIX_DIGITS.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: PERIOD_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
