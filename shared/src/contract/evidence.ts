import * as z from 'zod';
import { isUnsafeLink } from '../domain/evidence/evidence-link';
import type { Endpoint } from './endpoint';

/**
 * Where what is said stands: a document by its name or number, an https link, or a stored file; and the page. Never
 * required of a county as a photograph.
 */
export const evidence = z.strictObject({
  source: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .refine((source) => !isUnsafeLink(source), {
      message:
        '链接应当以 https:// 开头，且不含空格和用户名 / a link begins with https:// and holds no space and no user name',
    }),
  page: z.string().trim().min(1).max(40).optional(),
  /** A file of the same county that was stored before. */
  file: z.uuid().optional(),
});
export type Evidence = z.infer<typeof evidence>;

/** What a stored file can be, by its bytes. */
export const EVIDENCE_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

const county = z.string().max(40);

export const evidenceEndpoints = {
  storeEvidence: {
    method: 'POST',
    path: '/api/counties/:county/evidence',
    permission: 'evidence:store',
    summary:
      'Store a document of a county (field `file`; PDF, JPEG, PNG, .docx or .xlsx, up to 10 MB) that values, rectifications and explanations may name; the same file again is the same one.',
    params: z.strictObject({ county }),
    upload: true,
    act: 'evidence.store',
    status: 201,
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      mediaType: z.enum(EVIDENCE_TYPES),
      /** In bytes. */
      size: z.int(),
      sha256: z.string(),
    }),
    problems: ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type'],
  },
  downloadEvidence: {
    method: 'GET',
    path: '/api/counties/:county/evidence/:file',
    permission: 'evidence:read',
    summary: 'A stored document, to be saved.',
    params: z.strictObject({ county, file: z.uuid() }),
    status: 200,
    response: null,
    files: EVIDENCE_TYPES,
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
