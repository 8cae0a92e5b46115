import type { MultipartFile } from '@fastify/multipart';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem-exception';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The one file of a multipart request, in the field `file`; too large is 413, absent is 400, no multipart is 415. */
export async function readUpload(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new ProblemException('unsupported-media-type');
  const file: MultipartFile | undefined = await request.file();
  if (file?.fieldname !== 'file') {
    const missing = refusal(
      '/file',
      '请在 file 字段中附上一个文件。',
      'Attach one file in the field `file`.',
    );
    throw new ProblemException('invalid-request', missing.detail, [missing]);
  }
  const bytes = await file.toBuffer().catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new ProblemException(
      'too-large',
      bilingual(
        '文件超过 1 MB，未读取；预算文本通常只有几十 KB。',
        'The file is over 1 MB and was not read; such texts have some ten kB.',
      ),
    );
  });
  // A name is only ever printed; a path in it says more of the sender's machine than anyone needs.
  return { name: (file.filename || 'file.txt').replace(/^.*[\\/]/, '').slice(0, 200), bytes };
}
