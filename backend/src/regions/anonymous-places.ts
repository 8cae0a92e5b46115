import { anonymousCountyName } from '../demonstration/anonymous-names';
import type { PlaceRow } from './places.repository';

const CITY = '演示市';

/** The places under invented names: 演示甲县 … 演示壬县, 演示司法所 1 …, 演示市; without codes, which say as much as names. */
export function anonymised(rows: readonly PlaceRow[]): PlaceRow[] {
  const counties = rows.filter((row) => row.kind === 'county').map((row) => row.id);
  const offices = rows.filter((row) => row.kind === 'office').map((row) => row.id);
  return rows.map((row) => {
    if (row.kind === 'county')
      return { ...row, name: anonymousCountyName(counties.indexOf(row.id)), code: '' };
    if (row.kind === 'office') return { ...row, name: `演示司法所 ${offices.indexOf(row.id) + 1}`, code: '' };
    return row.kind === 'city' ? { ...row, name: CITY, code: '' } : row;
  });
}

/** A name under which texts speak of a place. */
export interface PrintedName {
  readonly placeId: string;
  readonly name: string;
}

/** 演示甲县 → 演示甲, for texts that say 红塔 instead of 红塔区. */
const withoutKind = (name: string): string => name.replace(/[县市区]$/, '');

/**
 * Writes the shown names over the printed ones, in every text of a value however deep: a picture of an official text
 * must not name the county that the heading hides. Longer names go first, so that 江川县 never becomes 演示乙县县.
 */
export function nameReplacer(
  printed: readonly PrintedName[],
  shown: ReadonlyMap<string, string>,
): (value: unknown) => unknown {
  const names = new Map<string, string>();
  for (const { placeId, name } of printed) {
    const replacement = shown.get(placeId);
    if (replacement === undefined || name === replacement) continue;
    if (withoutKind(name).length >= 2) names.set(withoutKind(name), withoutKind(replacement));
    names.set(name, replacement);
  }
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (value) => value;
  const pattern = new RegExp(longestFirst.join('|'), 'g');
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(pattern, (name) => names.get(name) ?? name);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replace(one)]));
  };
  return replace;
}
