export type Algorithm = 'sha256' | 'sm3';

/** One entry of an audit chain (审计日志) as an export holds it. */
export interface AuditEntry {
  readonly algorithm: Algorithm;
  readonly at: string;
  readonly chain: string;
  readonly content: object;
  readonly hash: string;
  readonly previous: string;
  /** From 1, without gaps. */
  readonly seq: number;
}

const HASH = /^[0-9a-f]{64}$/;

const TEXTS = {
  algorithm: /^(?:sha256|sm3)$/,
  at: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
  chain: /^.+$/,
  hash: HASH,
  previous: HASH,
};
const TEXT_KEYS = Object.entries(TEXTS);
const KEYS = [...Object.keys(TEXTS), 'content', 'seq'];

/** What `--schema` prints of an entry. What the content holds is the writer's affair: its hash covers all of it. */
export const AUDIT_ENTRY_SCHEMA = {
  type: 'object',
  description:
    'hash = lower-case hexadecimal digest, by the algorithm named, of the UTF-8 of the canonical JSON of the six other keys: keys sorted by UTF-16 code unit at every depth, no white space, whole numbers only; previous = hash of the entry before, 64 zeros in the first',
  properties: {
    ...Object.fromEntries(TEXT_KEYS.map(([key, form]) => [key, { type: 'string', pattern: form.source }])),
    content: { type: 'object' },
    seq: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
  },
  required: KEYS,
  additionalProperties: false,
};

/** Whether a JSON value has exactly the seven keys of an entry, each in its form. Nothing is said about its hash. */
export function isAuditEntry(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.keys(value).length !== KEYS.length) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  for (const [key, form] of TEXT_KEYS) {
    const text = entry[key];
    if (typeof text !== 'string' || !form.test(text)) return false;
  }
  const { content, seq } = entry;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return false;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1;
}
