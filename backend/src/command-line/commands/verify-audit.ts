import { accepted } from '@yuheng/shared/domain/refusal';
import { auditExport } from '../audit-verifier/audit-export';
import { explanationOf, remarksOn } from '../audit-verifier/present-verification';
import { readSealedHead, type SealedHead } from '../audit-verifier/sealed-head';
import type { Verification } from '../audit-verifier/verification';
import { verifyDocument } from '../audit-verifier/verify-document';
import { verifyStream } from '../audit-verifier/verify-stream';
import { defineCommand, type Command, type CommandOptions } from '../command';

const sealedHead = ({ head }: CommandOptions) => (head === undefined ? accepted(null) : readSealedHead(head));

const answerOf = (verification: Verification, head: SealedHead | null, explain: boolean): object =>
  explain ? { ...verification, explanation: explanationOf(verification, head) } : verification;

/**
 * `yuheng verify-audit FILE [--head N:HASH]`: whether an export of the audit trail is as it was recorded. Shares no code
 * with what writes the trail. A file with problems is answered like a sound one, with exit 0 and `"valid":false`.
 */
export const command: Command = {
  ...defineCommand({
    name: 'verify-audit',
    input: auditExport,
    run: (document, options) => {
      const head = sealedHead(options);
      return head.ok
        ? accepted(answerOf(verifyDocument(document, head.value), head.value, options.explain))
        : head;
    },
  }),
  takesHead: true,
  stream: async (input, options) => {
    const head = sealedHead(options);
    if (!head.ok) return head;
    const verified = await verifyStream(input, head.value);
    return verified.ok
      ? accepted({
          answer: answerOf(verified.value, head.value, options.explain),
          remarks: remarksOn(verified.value, head.value),
        })
      : verified;
  },
};
