import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual } from '../bilingual';
import { accepted, refused, type Outcome } from '../refusal';
import { hashOf, inputHashOf, type Certificate, type Sha256 } from './certificate';
import { differencesOf, type Difference } from './differences';
import type { Recomputed, Recomputing } from './recomputed';
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
  readonly explanation?: VerificationExplanation;
}

export interface VerificationExplanation {
  /** What was computed again, and what was held against what: in each, as stated → as computed again. */
  readonly steps: readonly Step[];
  /** How each unit came to its figures by the engine: the pencil-and-paper way, by unit id. */
  readonly units: NonNullable<Recomputed['units']>;
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
export function verifyCertificate(
  { stated, read }: ReadCertificate,
  sha256: Sha256,
  options: Recomputing = {},
): Outcome<Verification> {
  const again = recompute(read, options);
  if (!again.ok) {
    return refused(again.refusals.map(({ pointer, detail }) => ({ pointer: `/input${pointer}`, detail })));
  }
  const recomputed = {
    ...stated,
    inputHash: inputHashOf(stated.engine, stated.input, sha256),
    answer: again.value.answer,
    hash: hashOf(stated, sha256),
  };
  const differences = differencesOf({ ...stated }, recomputed);
  const verification = { valid: differences.length === 0, differences };
  const { units } = again.value;
  return accepted(
    units ? { ...verification, explanation: { steps: stepsOf(stated, recomputed), units } } : verification,
  );
}

function stepsOf(stated: Certificate, recomputed: Certificate): readonly Step[] {
  const figures = differencesOf(stated.answer, recomputed.answer).length;
  return [
    {
      label: bilingual(
        `按凭证中的输入数据，用引擎${recomputed.engine}的规则重新计算，与凭证所列结果不同的数字个数`,
        `computed again from the input by the rules of engine ${recomputed.engine}; figures that differ from those stated`,
      ),
      expression: '',
      result: String(figures),
    },
    {
      label: bilingual(
        '输入数据的校验值：引擎版本和输入数据（规范 JSON）的 SHA-256',
        'hash of the input: SHA-256 of engine version and input as canonical JSON',
      ),
      expression: stated.inputHash,
      result: recomputed.inputHash,
    },
    {
      label: bilingual(
        '整份凭证的校验值：除 hash 以外全部内容（规范 JSON）的 SHA-256',
        'hash of the certificate: SHA-256 of all but hash as canonical JSON',
      ),
      expression: stated.hash,
      result: recomputed.hash,
    },
  ];
}

function recompute(read: ReadCertificate['read'], options: Recomputing): Outcome<Recomputed> {
  switch (read.kind) {
    case 'scores':
      return recomputeScores(read.input, options);
    case 'allocation':
      return recomputeSplit(read.input, options);
  }
}
