import type { CertificateDocument } from '@yuheng/shared/contract/engine/certificate';
import {
  certificateFileName,
  runCertificate,
  type CertifiedRun,
} from '@yuheng/shared/domain/certificates/run-certificate';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { asAttachment } from './attachment';

/** A run's certificate as a file to be saved: it is made to be kept and handed on, not to be looked at. */
export function asCertificateFile(run: CertifiedRun, reply: FastifyReply): CertificateDocument {
  asAttachment(reply, certificateFileName(run));
  return runCertificate(run, (text) => createHash('sha256').update(text).digest('hex'));
}
