import { XLSX } from '@yuheng/shared/contract/media-types';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { asAttachment } from './attachment';

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bytes that are saved as a file, and never kept on the way. */
export function asFile(reply: FastifyReply, { name, bytes }: SavedFile): Readable {
  asAttachment(reply, name);
  void reply.type(XLSX).header('cache-control', 'no-store');
  return Readable.from([bytes]);
}
