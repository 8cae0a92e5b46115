import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import { auditExport, type AuditExport } from './audit-export';
import { ChainCheck } from './chain-check';
import { firstLineOf, linesOf, type FirstLine } from './lines';
import type { SealedHead } from './sealed-head';
import { spellingFaults } from './spelling-faults';
import type { Verification } from './verification';
import { verifyDocument } from './verify-document';
import { LineCheck } from './verify-lines';

const LARGEST_MEBIBYTES = 64;
const LARGEST = LARGEST_MEBIBYTES * 1024 * 1024;

export interface StreamedExport {
  readonly chunks: AsyncIterable<Buffer>;
  /** Reads a whole document, and says of what file it speaks where it cannot. */
  readonly parse: (bytes: Buffer) => Outcome<unknown>;
}

/**
 * Checks an export of any size line by line, as the program writes it: the head of the document in the first line, which
 * ends with `"entries":[`, and one entry a line. A document in any other layout is read as a whole, up to 64 MiB.
 * Refused: what is no JSON or not of the form of an export; another layout that is larger, or that spells a name twice.
 */
export async function verifyStream(
  { chunks, parse }: StreamedExport,
  head: SealedHead | null,
): Promise<Outcome<Verification>> {
  const first = await firstLineOf(chunks, LARGEST);
  if (first === null) return tooLarge();
  const opening = openingOf(first.line);
  if (opening !== null) {
    const read = readExport(JSON.parse(opening), opening);
    return read.ok ? verifyLines(first.rest, new ChainCheck({ chain: read.value.chain, head })) : read;
  }
  const bytes = await wholeOf(first);
  if (bytes === null) return tooLarge();
  const document = parse(bytes);
  if (!document.ok) return document;
  const read = readExport(document.value, bytes.toString('utf8'));
  return read.ok ? accepted(verifyDocument(read.value, head)) : read;
}

/** The first line as a document without entries; null where it is not written as the program does. */
function openingOf(line: Buffer): string | null {
  const text = line.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\{.*"entries":\[\r?\n?$/.test(text)) return null;
  const document = `${text}]}`;
  try {
    JSON.parse(document);
    return document;
  } catch {
    return null;
  }
}

function readExport(document: unknown, text: string): Outcome<AuditExport> {
  const parsed = auditExport.safeParse(document);
  if (!parsed.success) return refused(refusalsOf(parsed.error, document));
  const faults = spellingFaults(text);
  return faults.length > 0 ? refused(faults) : accepted(parsed.data);
}

async function verifyLines(rest: AsyncIterable<Buffer>, check: ChainCheck): Promise<Outcome<Verification>> {
  const entries = new LineCheck(check);
  for await (const line of linesOf(rest, LARGEST)) {
    if (line === null) return tooLarge();
    if (!entries.line(line)) break;
  }
  entries.finish();
  return accepted(check.finish());
}

async function wholeOf({ line, rest }: FirstLine): Promise<Buffer | null> {
  const parts = [line];
  let length = line.length;
  for await (const chunk of rest) {
    parts.push(chunk);
    length += chunk.length;
    if (length > LARGEST) return null;
  }
  return Buffer.concat(parts);
}

const tooLarge = (): Outcome<never> =>
  refused([
    refusal(
      '',
      `文件不是系统导出的排版（首行为文件头，其后每行一条记录），这样的文件最大为 ${LARGEST_MEBIBYTES} MB，请使用系统直接导出的文件`,
      `The file is not laid out as the program exports it (its head in the first line, then one entry a line); such a file may have ${LARGEST_MEBIBYTES} MiB at most; use the file as it was exported`,
    ),
  ]);
