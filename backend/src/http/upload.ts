import type { Multipart, MultipartFile } from '@fastify/multipart';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem-exception';
import { unknownKeys } from './strict-requests';
import { contentOf, wrongContent, type UploadedContent } from './uploaded-content';

/** Official texts run to some ten kilobytes: a megabyte is generous, and ten are refused unread. */
export const UPLOAD_LIMIT = 1024 * 1024;
/** What a form writes around its file. */
const FORM_ALLOWANCE = 64 * 1024;
const MEGABYTE = 1024 * 1024;

/** What an endpoint takes, and how large at most. */
export interface WantedFile {
  readonly content: keyof typeof TOO_LARGE;
  readonly megabytes: number;
  /** Texts that may stand in the form beside the file. */
  readonly fields?: readonly string[];
  /** What is said of a larger one, where it is not what the kind says. */
  readonly tooLarge?: Bilingual;
}

export const TEXT: WantedFile = { content: 'text', megabytes: UPLOAD_LIMIT / MEGABYTE };
/** A scanned document of some ten pages. */
export const DOCUMENT: WantedFile = { content: 'document', megabytes: 10 };

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file with the texts that stood beside it. */
export interface UploadedForm extends UploadedFile {
  readonly fields: Readonly<Partial<Record<string, string>>>;
}

/**
 * The one file of a multipart request, in the field `file`, whose bytes are of the kind wanted; which kinds of `document`
 * are taken says who keeps them. Larger than wanted is 413, before anything is read where the request says so itself, else as
 * soon as so much has arrived; no multipart, and a file that is by its bytes something else, is 415;
 * an absent file, any field that is not wanted and a form that is cut off are 400.
 */
export async function readUpload(
  request: FastifyRequest,
  { content: wanted, megabytes, fields = [], tooLarge }: WantedFile,
): Promise<UploadedForm> {
  if (!request.isMultipart()) throw new ProblemException('unsupported-media-type');
  const size = { limit: megabytes * MEGABYTE, tooLarge: tooLarge ?? TOO_LARGE[wanted](megabytes) };
  if (Number(request.headers['content-length'] ?? 0) > size.limit + FORM_ALLOWANCE) {
    throw new ProblemException('too-large', size.tooLarge);
  }
  // The form of a connection that ended meanwhile would be waited for without an end.
  if (request.raw.destroyed) throw new ProblemException('invalid-request', UNREADABLE);
  const file = await readForm(request, size, fields).catch((error: unknown) => {
    // What is still on its way is let pass, so that its sender comes to read the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  });
  if (wanted === 'document') return file;
  const content = contentOf(file.bytes);
  if (content === wanted) return file;
  throw new ProblemException('unsupported-media-type', wrongContent(content, wanted));
}

interface SizeLimit {
  readonly limit: number;
  readonly tooLarge: Bilingual;
}

async function readForm(
  request: FastifyRequest,
  size: SizeLimit,
  wanted: readonly string[],
): Promise<UploadedForm> {
  const unknown: string[] = [];
  const fields: Record<string, string> = {};
  let found: UploadedFile | null = null;
  for await (const part of partsOf(request, size)) {
    const isWanted = part.type === 'file' && part.fieldname === 'file' && found === null;
    if (isWanted) found = await readFile(part, size);
    else if (part.type === 'field' && wanted.includes(part.fieldname) && typeof part.value === 'string') {
      fields[part.fieldname] = part.value;
    } else unknown.push(part.fieldname);
    // A file that nobody reads would hold the form open for ever.
    if (part.type === 'file' && !isWanted) part.file.resume();
  }
  const refusals = [...(found ? [] : [MISSING]), ...unknownKeys(unknown)];
  if (found && refusals.length === 0) return { ...found, fields };
  throw new ProblemException('invalid-request', refusals[0]?.detail, refusals);
}

const MISSING = refusal('/file', '请在 file 字段中附上一个文件。', 'Attach one file in the field `file`.');

/** The parts of the form; one that cannot be read as a form is the sender's mistake, not a failure of the server. */
async function* partsOf(request: FastifyRequest, { limit }: SizeLimit): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: { fileSize: limit } });
  } catch (error) {
    // Too many fields or files come with a status of their own.
    if (error instanceof ProblemException || (error as { statusCode?: number }).statusCode) throw error;
    throw new ProblemException('invalid-request', UNREADABLE);
  }
}

const UNREADABLE = bilingual(
  '表单不完整或无法读取，未受理；请重新选择文件后再提交。',
  'The form is incomplete or unreadable and was not taken: choose the file again and submit it.',
);

async function readFile({ file, filename }: MultipartFile, { tooLarge }: SizeLimit): Promise<UploadedFile> {
  const pieces: Buffer[] = [];
  // A file that is cut off at the limit does not end by itself: what is behind it would be waited for.
  file.once('limit', () => file.destroy(new ProblemException('too-large', tooLarge)));
  try {
    for await (const piece of file) pieces.push(piece as Buffer);
  } catch (error) {
    throw error instanceof ProblemException ? error : new ProblemException('invalid-request', UNREADABLE);
  }
  // A name is only ever printed; a path in it says more of the sender's machine than anyone needs.
  const name = (filename || 'file.txt').replace(/^.*[\\/]/, '').slice(0, 200);
  return { name, bytes: Buffer.concat(pieces) };
}

const TOO_LARGE = {
  text: (megabytes: number) =>
    bilingual(
      `文件超过 ${megabytes} MB，未读取；预算文本通常只有几十 KB。`,
      `The file is over ${megabytes} MB and was not read; such texts have some ten kB.`,
    ),
  zip: (megabytes: number) =>
    bilingual(
      `文件超过 ${megabytes} MB，未读取；请删去图片和多余的工作表后另存再上传。`,
      `The file is over ${megabytes} MB and was not read: remove pictures and needless sheets, save and upload it again.`,
    ),
  document: (megabytes: number) =>
    bilingual(
      `文件超过 ${megabytes} MB，未保存；请压缩后重新扫描，或者只上传有关的页。`,
      `The file is over ${megabytes} MB and was not kept: scan it at a lower resolution, or only the pages that matter.`,
    ),
} satisfies Partial<Record<UploadedContent | 'document', (megabytes: number) => Bilingual>>;
