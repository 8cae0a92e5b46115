import { certificateInput } from '@yuheng/shared/contract/engine/certificate';
import { verifyCertificate } from '@yuheng/shared/domain/certificates/verify-certificate';
import { createHash } from 'node:crypto';
import { defineCommand } from '../command';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const command = defineCommand({
  name: 'verify',
  input: certificateInput,
  run: (certificate, options) => verifyCertificate(certificate, sha256, options),
});
