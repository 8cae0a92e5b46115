import { createHash, randomUUID } from 'node:crypto';
import { evidenceName, evidenceTypeOf } from '../evidence/evidence-content';
import type { FieldFileEntity } from './field-file.entity';
import type { FieldworkKey } from './fieldwork-round';
import { pictureCopy, type PictureType } from './picture-copy';

/** A photograph of which a copy without its place can be made; what it is called, and what it shows of which indicator. */
export interface NewPhoto {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType: PictureType;
  readonly indicator: string;
  readonly note: string;
  readonly record: string | null;
  /** User name. */
  readonly by: string;
}

/** Null for what is no JPEG or PNG, or of which no copy without its place could be made. */
export function pictureTypeOf(bytes: Buffer): PictureType | null {
  const type = evidenceTypeOf(bytes);
  if (type !== 'image/jpeg' && type !== 'image/png') return null;
  return pictureCopy(bytes, type) ? type : null;
}

/** A photograph as it is kept: its bytes as they came, with their hash. */
export const photoRow = (
  key: FieldworkKey,
  { name, bytes, mediaType, indicator, note, record, by }: NewPhoto,
): FieldFileEntity => ({
  ...{ ...key, fileId: randomUUID(), kind: 'photo', recordId: record, indicatorId: indicator, note },
  ...{ fileName: evidenceName(name, mediaType), mediaType, size: bytes.length },
  ...{ sha256: createHash('sha256').update(bytes).digest('hex'), content: bytes },
  ...{ uploadedBy: by, uploadedAt: new Date(), withdrawnOn: null, withdrawnBy: null, withdrawnReason: null },
});
