/**
 * So many wrong passwords in so long a time, and the pair of address and user name has to wait. Attempts under way count
 * too, so that the number leaves room for a program that opens some tens of sessions of one account at once.
 */
export const ATTEMPTS = 40;
const WINDOW_MS = 10 * 60_000;
/** Beyond this many pairs the oldest are forgotten: guessing must not fill the memory. */
const REMEMBERED = 10_000;

/**
 * Slows the guessing of passwords down. Counted by address and user name together, so that nobody locks somebody else
 * out from another machine; in memory, because a restart forgives nobody who matters. An attempt is counted before its
 * password is looked at, so that a burst at one moment counts in full; a right password forgets what was counted.
 */
export class SignInAttempts {
  private readonly attempts = new Map<string, number[]>();

  /** Counts an attempt. @returns false when there have been too many; this one is then not to be looked at. */
  begin(address: string, username: string, at: Date): boolean {
    const key = keyOf(address, username);
    const now = at.getTime();
    const recent = (this.attempts.get(key) ?? []).filter((one) => one > now - WINDOW_MS);
    if (recent.length >= ATTEMPTS) return false;
    // Put back at the end: the first key of the map is the one that was longest without an attempt.
    this.attempts.delete(key);
    this.attempts.set(key, [...recent, now]);
    const [oldest] = this.attempts.keys();
    if (this.attempts.size > REMEMBERED && oldest !== undefined) this.attempts.delete(oldest);
    return true;
  }

  succeed(address: string, username: string): void {
    this.attempts.delete(keyOf(address, username));
  }
}

const keyOf = (address: string, username: string): string => `${address} ${username}`;
