import { addressKey } from '../http/protection/address-key';

/** So many failures of one address within so long a time, and it has to wait. */
export const FAILURES_OF_ADDRESS = 100;
const WINDOW_MS = 10 * 60_000;
/**
 * So many attempts of one address may be under way at once: a whole bureau that signs in at eight o'clock behind one
 * address is let in, and a burst adds no more guesses than these to the failures that are counted.
 */
export const UNDER_WAY_OF_ADDRESS = 200;
/** Beyond this many addresses the one longest without an attempt is forgotten: guessing must not fill the memory. */
const REMEMBERED = 10_000;

interface Counted {
  /** When the failures of the window came, in ms, the oldest first. */
  readonly failures: readonly number[];
  readonly underWay: number;
}

const NOTHING: Counted = { failures: [], underWay: 0 };

/**
 * Slows down who tries many user names from one place; who tries one name from many places meets the lock of that name.
 * Only failures count, so that a right password costs nothing. In memory, because a restart forgives nobody who matters;
 * an IPv6 network (/64) counts as one address.
 */
export class SignInAddressLimit {
  private readonly addresses = new Map<string, Counted>();

  /**
   * Begins an attempt, which `end` must end, whatever comes of it.
   * @returns null; or in how many seconds to try again, when this attempt is not to be looked at (and not to be ended).
   */
  begin(address: string, at: Date): number | null {
    const key = addressKey(address);
    const { failures, underWay } = this.countedOf(key, at);
    const first = failures[failures.length - FAILURES_OF_ADDRESS];
    if (first !== undefined) return Math.ceil((first + WINDOW_MS - at.getTime()) / 1000);
    if (underWay >= UNDER_WAY_OF_ADDRESS) return 1;
    this.keep(key, { failures, underWay: underWay + 1 });
    return null;
  }

  /** Ends an attempt: a failure is counted by its moment, null (success, or nothing to do with the password) is not. */
  end(address: string, failedAt: Date | null): void {
    const key = addressKey(address);
    const counted = this.addresses.get(key);
    if (!counted) return;
    const failures = failedAt ? [...counted.failures, failedAt.getTime()] : counted.failures;
    const underWay = counted.underWay - 1;
    if (failures.length === 0 && underWay === 0) this.addresses.delete(key);
    else this.keep(key, { failures, underWay });
  }

  private countedOf(key: string, at: Date): Counted {
    const { failures, underWay } = this.addresses.get(key) ?? NOTHING;
    return { failures: failures.filter((one) => one > at.getTime() - WINDOW_MS), underWay };
  }

  /** Put back at the end: the first key of the map is the one that was longest without an attempt. */
  private keep(key: string, counted: Counted): void {
    this.addresses.delete(key);
    this.addresses.set(key, counted);
    const [oldest] = this.addresses.keys();
    if (this.addresses.size > REMEMBERED && oldest !== undefined) this.addresses.delete(oldest);
  }
}
