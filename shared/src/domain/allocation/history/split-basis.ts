import { type OfficialProgram, HEADING_ORDINALS } from '../../publications/official-text';

/** The document that made a split, as official texts name it. */
export interface SplitBasis {
  readonly documentNumber: string;
  /** Of the number: 〔2014〕. */
  readonly year: number;
}

/** 《…分配…》（玉司发〔2014〕67号）: a title with its number behind it, in round, square or tortoise-shell brackets. */
const NUMBERED_TITLE =
  /《([^《》\n]{1,200})》\s*[（(]\s*([\u4e00-\u9fff]{1,12}[〔([（【]\s*(\d{4})\s*[〕)\]）】]\s*\d{1,4}\s*号)/g;

function basesOf({ sections }: Pick<OfficialProgram, 'sections'>): Map<string, SplitBasis> {
  const found = new Map<string, SplitBasis>();
  for (const heading of HEADING_ORDINALS) {
    for (const [, title = '', documentNumber = '', year] of sections[heading].text.matchAll(NUMBERED_TITLE)) {
      // Only a document on a split made one: the others are laws, opinions and notices of another matter.
      if (/分配/.test(title)) found.set(documentNumber, { documentNumber, year: Number(year) });
    }
  }
  return found;
}

/**
 * The document on a split (分配 in its title) that every one of the texts names; of several the earliest, of one year
 * the first named. Null where there is none, or no text at all.
 * Example: the texts of 2022 and 2025 both name 玉司发〔2014〕67号.
 */
export function splitBasis(texts: readonly Pick<OfficialProgram, 'sections'>[]): SplitBasis | null {
  const [first, ...rest] = texts.map(basesOf);
  const common = [...(first?.values() ?? [])].filter((one) =>
    rest.every((bases) => bases.has(one.documentNumber)),
  );
  return common.sort((a, b) => a.year - b.year)[0] ?? null;
}
