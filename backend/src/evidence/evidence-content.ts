import type { EVIDENCE_TYPES } from '@yuheng/shared/contract/evidence';
import { zipEntries } from '../workbooks/zip-entries';

export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Documents with pictures unpack to some ten megabytes. */
const LIMITS = { entries: 2_000, bytes: 100 * 1024 * 1024 };

const begins = (content: Buffer, signature: string): boolean =>
  content.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'));

/** By its bytes: a Word or Excel file has its main part at one place, and no macros. */
function typeOfZip(content: Buffer): EvidenceType | null {
  const entries = zipEntries(content, LIMITS);
  if (typeof entries === 'string') return null;
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name)))
    return null;
  if (names.has('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  return names.has('xl/workbook.xml')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : null;
}

/** What a document is by its bytes; null for what is not taken: everything else, and files with macros. */
export function evidenceTypeOf(content: Buffer): EvidenceType | null {
  if (begins(content, '%PDF-')) return 'application/pdf';
  if (begins(content, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(content, '\x89PNG\r\n\x1a\n')) return 'image/png';
  return begins(content, 'PK\x03\x04') ? typeOfZip(content) : null;
}

const ENDINGS: Readonly<Record<EvidenceType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};

/** The name under which it is kept and saved: it ends as its content does, whatever its sender called it. */
export function evidenceName(name: string, type: EvidenceType): string {
  const endings = ENDINGS[type];
  return endings.some((one) => name.toLowerCase().endsWith(one)) ? name : `${name}${endings[0]}`;
}
