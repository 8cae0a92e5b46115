const HTTPS = /^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i;
const ANY_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * The address to which a document's name leads, where the name is one: https only, without a user name in it; null for a
 * name or a document number. Example: "https://www.example.gov.cn/1.pdf" → itself; "玉财社〔2026〕12号" → null.
 */
export const evidenceLink = (source: string): string | null => (HTTPS.test(source) ? source : null);

/** Whether a name is written like an address that nobody can follow safely: http, ftp, file, or a broken https one. */
export const isUnsafeLink = (source: string): boolean =>
  ANY_ADDRESS.test(source) && evidenceLink(source) === null;
