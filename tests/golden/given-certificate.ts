import { certificateInput } from '@yuheng/shared/contract/engine/certificate';
import {
  inputHashOf,
  sealed,
  type CanonicalRecord,
  type Certificate,
} from '@yuheng/shared/domain/certificates/certificate';
import { verifyCertificate, type Verification } from '@yuheng/shared/domain/certificates/verify-certificate';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { refused, type Outcome } from '@yuheng/shared/domain/refusal';
import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What `yuheng verify` answers, in this process: thousands of certificates would take hours one process each. */
export function verify(document: unknown): Outcome<Verification> {
  const read = certificateInput.safeParse(document);
  return read.success ? verifyCertificate(read.data, sha256) : refused(refusalsOf(read.error, document));
}

type Given = Pick<Certificate, 'kind' | 'input'> & Partial<Pick<Certificate, 'engine' | 'answer' | 'about'>>;

/** A certificate with true hashes; without an answer that of the engine, taken from what `verify` recomputes. */
export function givenCertificate({ kind, input, engine = '1.1.0', answer, about }: Given): Certificate {
  const certificate = {
    certificate: 1 as const,
    kind,
    engine,
    input,
    inputHash: inputHashOf(engine, input, sha256),
    ...(about ? { about } : {}),
  };
  return sealed({ ...certificate, answer: answer ?? answerOf(certificate) }, sha256);
}

function answerOf(certificate: Omit<Certificate, 'answer' | 'hash'>): CanonicalRecord {
  const empty = { scores: {}, allocation: { parts: {}, fen: {} } }[certificate.kind];
  const read = certificateInput.parse(sealed({ ...certificate, answer: empty }, sha256));
  const outcome = verifyCertificate({ ...read, stated: { ...read.stated, answer: null as never } }, sha256);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const found = outcome.value.differences.find(({ pointer }) => pointer === '/answer');
  return found?.recomputed as CanonicalRecord;
}
