import { accepted, refused, type Outcome } from '../refusal';
import { hashOf, inputHashOf, type Certificate, type CanonicalRecord, type Sha256 } from './certificate';
import { differencesOf, type Difference } from './differences';
import { recomputeScores, type ScoresInput } from './score-figures';
import { recomputeSplit, type CertifiedSplit } from './split-figures';

/** A certificate in both its forms: as it stands, for the hashes, and with its figures read, for the engine. */
export interface ReadCertificate {
  readonly stated: Certificate;
  readonly read:
    | { readonly kind: 'scores'; readonly input: ScoresInput }
    | { readonly kind: 'allocation'; readonly input: CertifiedSplit };
}

export interface Verification {
  readonly valid: boolean;
  /** In the order of the certificate; empty exactly when it is valid. */
  readonly differences: readonly Difference[];
}

/**
 * Computes a certificate again: its answer from its input, by the engine of its version, and both its hashes.
 * Every engine version released so far is computed by the same code, because later ones only added rules
 * (`ENGINE_VERSIONS`); a version that alters one brings the old rule along and is told apart here.
 *
 * Valid means: the answer follows from the input, and nothing in the document was changed without making it anew. Whether
 * the input is that of the run is told by comparing `inputHash` with the 校验码 which the program or a printed sheet shows.
 * Refused: an input that the engine refuses, with pointers from /input.
 */
export function verifyCertificate({ stated, read }: ReadCertificate, sha256: Sha256): Outcome<Verification> {
  const answer = recompute(read);
  if (!answer.ok) {
    return refused(answer.refusals.map(({ pointer, detail }) => ({ pointer: `/input${pointer}`, detail })));
  }
  const recomputed = {
    ...stated,
    inputHash: inputHashOf(stated.engine, stated.input, sha256),
    answer: answer.value,
    hash: hashOf(stated, sha256),
  };
  const differences = differencesOf({ ...stated }, recomputed);
  return accepted({ valid: differences.length === 0, differences });
}

function recompute(read: ReadCertificate['read']): Outcome<CanonicalRecord> {
  switch (read.kind) {
    case 'scores':
      return recomputeScores(read.input);
    case 'allocation':
      return recomputeSplit(read.input);
  }
}
