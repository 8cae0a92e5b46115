import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { canBeLookedInto, isNamedOfPersons, personsIn, type LeftOut } from './personal-evidence';
import { EVIDENCE_FOLDER } from './pack-layout';

export interface EvidenceRow {
  readonly county: string;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedOn: IsoDate;
}

/** A document in the pack by its path, or why it is not there. */
export interface PackedEvidence extends EvidenceRow {
  readonly path: string;
  readonly leftOut: LeftOut | null;
}

/** What a laptop takes along and a stick carries. */
const MOST_BYTES = 100 * 1024 * 1024;

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** A folder that every system can make. */
export const folderName = (name: string): string => name.replace(/[\p{Cc}"\\/:*?<>|]/gu, '_').slice(0, 60);

/**
 * Which documents go into a pack. Those that name persons stay, by their name or by what stands in them; so do those beyond
 * 100 MB. In the zip they are called by a number, because it does not hide the names of its files: what they are called stands
 * in the workbook.
 */
export async function packedEvidence(
  rows: readonly EvidenceRow[],
  countyName: (county: string) => string,
  content: (row: EvidenceRow) => Promise<Buffer>,
): Promise<readonly PackedEvidence[]> {
  const packed: PackedEvidence[] = [];
  const numbers = new Map<string, number>();
  let bytes = 0;
  for (const row of rows) {
    const number = (numbers.get(row.county) ?? 0) + 1;
    numbers.set(row.county, number);
    const name = `${String(number).padStart(3, '0')}.${ENDINGS[row.mediaType] ?? 'bin'}`;
    const path = `${EVIDENCE_FOLDER}/${folderName(countyName(row.county))}/${name}`;
    const leftOut = isNamedOfPersons(row.name)
      ? 'named'
      : bytes + row.size > MOST_BYTES
        ? 'tooLarge'
        : canBeLookedInto(row.mediaType)
          ? personsIn(await content(row))
          : null;
    if (leftOut === null) bytes += row.size;
    packed.push({ ...row, path, leftOut });
  }
  return packed;
}
