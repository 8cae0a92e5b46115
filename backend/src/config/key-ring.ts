import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** One key as it was given: 32 random bytes under a name of its own. */
export interface GivenKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** What is derived from one given key; each purpose has a key of its own, and none of them can be printed. */
export interface DerivedKey {
  readonly id: string;
  /** Encrypts columns (AES-256-GCM). */
  readonly encryption: KeyObject;
  /** Hashes values so that equal ones are found (HMAC-SHA-256). */
  readonly equality: KeyObject;
  /** Known to a database that holds data under this key: tells a wrong key of the same id apart, and tells nothing else. */
  readonly check: string;
}

const KEY_BYTES = 32;

/** HKDF-SHA-256 (RFC 5869): the given key has full entropy, so that no salt is needed; the label parts the purposes. */
const derived = (secret: Buffer, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `yuheng ${purpose} 1`, KEY_BYTES)));

const derive = ({ id, secret }: GivenKey): DerivedKey => ({
  id,
  encryption: derived(secret, 'column encryption'),
  equality: derived(secret, 'equality hash'),
  check: createHmac('sha256', derived(secret, 'key check')).update('yuheng').digest('hex'),
});

/**
 * The keys of personal data: the first one writes, all of them read. Derived keys are held as KeyObject, which neither
 * JSON nor a log prints.
 * @throws RangeError without a key, with two of one id, or with one that has not 32 bytes.
 */
export class KeyRing {
  private readonly byId: ReadonlyMap<string, DerivedKey>;
  readonly first: DerivedKey;

  constructor(keys: readonly GivenKey[]) {
    for (const { id, secret } of keys)
      if (secret.length !== KEY_BYTES) throw new RangeError(`Key ${id} has not ${KEY_BYTES} bytes.`);
    const all = keys.map(derive);
    this.byId = new Map(all.map((key) => [key.id, key]));
    const [first] = all;
    if (!first || this.byId.size !== all.length)
      throw new RangeError('A key ring needs keys of different ids.');
    this.first = first;
  }

  /** First the one that writes, then the others in the order in which they were given. */
  get all(): readonly DerivedKey[] {
    return [...this.byId.values()];
  }

  find(id: string): DerivedKey | null {
    return this.byId.get(id) ?? null;
  }
}
