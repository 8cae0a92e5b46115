import { canonicalJson, type CanonicalValue } from '../canonical-json';

/** A JSON object as canonical JSON can hold it. */
export type CanonicalRecord = Readonly<Record<string, CanonicalValue | undefined>>;

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal; handed in, because the domain has no cryptography. */
export type Sha256 = (text: string) => string;

/**
 * 核验凭证: a stored run as one document, which anyone can compute again without server and database
 * (architecture.md section 3). Only strings, whole numbers, booleans, null, arrays and objects stand in it; figures are
 * decimal or fraction strings.
 */
export interface Certificate {
  /** The version of this form. */
  readonly certificate: 1;
  /** scores: every unit's score under one method; allocation: a pool's split. */
  readonly kind: 'scores' | 'allocation';
  /** One of `ENGINE_VERSIONS`. */
  readonly engine: string;
  /** What the run froze; see `ScoresInput` and `CertifiedSplit`. */
  readonly input: CanonicalRecord;
  /** `inputHashOf`: the hash whose first six characters the program shows as 校验码 beside the run. */
  readonly inputHash: string;
  /** What the run gave, figures only: wording is no part of a result. */
  readonly answer: CanonicalRecord;
  /** For readers: where the run stands, and marks such as 演示数据. The engine cannot compute it; `hash` covers it. */
  readonly about?: CanonicalRecord;
  /** `hashOf`: over all of the above, so that no change goes unseen. It is a checksum, no signature. */
  readonly hash: string;
}

export type UnsealedCertificate = Omit<Certificate, 'hash'>;

/**
 * The hash of a run's inputs: SHA-256 over the canonical JSON of {engineVersion, …input}. A run is stored under the same
 * hash, so that a certificate can be held against the 校验码 that the program printed for the run.
 */
export const inputHashOf = (engine: string, input: CanonicalRecord, sha256: Sha256): string =>
  sha256(canonicalJson({ engineVersion: engine, ...input }));

/** SHA-256 over the canonical JSON of everything in a certificate but its `hash`. */
export const hashOf = (certificate: UnsealedCertificate, sha256: Sha256): string =>
  sha256(canonicalJson({ ...certificate, hash: undefined }));

/** 校验码 of a certificate or a run: what the program shows of the hash of its inputs. */
export const shortHash = (hash: string): string => hash.slice(0, 6);

/** The certificate with its `hash`. */
export const sealed = (certificate: UnsealedCertificate, sha256: Sha256): Certificate => ({
  ...certificate,
  hash: hashOf(certificate, sha256),
});
