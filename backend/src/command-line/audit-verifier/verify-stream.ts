import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import { auditExport, type AuditExport } from './audit-export';
import { ChainCheck } from './chain-check';
import { linesOf } from './lines';
import type { SealedHead } from './sealed-head';
import { spellingFaults } from './spelling-faults';
import type { Verification } from './verification';
import { verifyDocument } from './verify-document';
import { LineCheck } from './verify-lines';

const LARGEST_MEGABYTES = 64;

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
  const longest = LARGEST_MEGABYTES * 1024 * 1024;
  const lines = linesOf(chunks, longest);
  const { value: first } = await lines.next();
  if (first === null) return tooLarge();
  const opening = openingOf(first ?? Buffer.alloc(0));
  if (opening !== null) {
    const read = readExport(JSON.parse(opening), opening);
    return read.ok ? verifyLines(lines, new ChainCheck({ chain: read.value.chain, head })) : read;
  }
  const bytes = await wholeOf(first ?? Buffer.alloc(0), lines, longest);
  if (bytes === null) return tooLarge();
  const document = parse(bytes);
  if (!document.ok) return document;
  const read = readExport(document.value, bytes.toString('utf8'));
  return read.ok ? accepted(verifyDocument(read.value, head)) : read;
}

/** The first line as a document without entries; null where it is not written as the program does. */
function openingOf(line: Buffer): string | null {
  const text = line.toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\{.*"entries":\[\r?$/.test(text)) return null;
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

async function verifyLines(
  lines: AsyncIterable<Buffer | null>,
  check: ChainCheck,
): Promise<Outcome<Verification>> {
  const entries = new LineCheck(check);
  for await (const line of lines) {
    if (line === null) return tooLarge();
    if (!entries.line(line)) break;
  }
  entries.finish();
  return accepted(check.finish());
}

async function wholeOf(
  first: Buffer,
  lines: AsyncIterable<Buffer | null>,
  longest: number,
): Promise<Buffer | null> {
  const parts = [first];
  let length = first.length;
  for await (const line of lines) {
    if (line === null) return null;
    parts.push(Buffer.from('\n'), line);
    length += line.length + 1;
    if (length > longest) return null;
  }
  return Buffer.concat(parts);
}

const tooLarge = (): Outcome<never> =>
  refused([
    refusal(
      '',
      `文件不是系统导出的排版（首行为文件头，其后每行一条记录），这样的文件最大为 ${LARGEST_MEGABYTES} MB，请使用系统直接导出的文件`,
      `The file is not laid out as the program exports it (its head in the first line, then one entry a line); such a file may have ${LARGEST_MEGABYTES} MiB at most; use the file as it was exported`,
    ),
  ]);
