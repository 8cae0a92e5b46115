import * as z from 'zod';
import { AUDIT_ENTRY_SCHEMA } from './audit-entry';

/**
 * The form of an export. Its entries are looked at one by one, because a broken one is a problem with a place and no
 * reason to refuse the rest; `--schema` prints their form all the same.
 */
export const auditExport = z.strictObject({
  format: z.literal('yuheng-audit-1', {
    error:
      '只认得 yuheng-audit-1 格式的审计日志导出文件，请核对文件或换用新版本程序 / only exports of the form yuheng-audit-1 are known; check the file or use a newer program',
  }),
  chain: z.string(),
  exported: z.strictObject({ at: z.string(), by: z.string(), watermark: z.string() }),
  entries: z.array(z.unknown().meta(AUDIT_ENTRY_SCHEMA)),
});

export type AuditExport = z.output<typeof auditExport>;
