import type { IsoDate } from '../period/year-month';

/** A name and code with the days on which they are in force, both days included; an absent end is open. */
export interface DatedName {
  readonly code: string;
  readonly name: string;
  /** ISO day. */
  readonly from?: string;
  /** ISO day. */
  readonly until?: string;
}

/** A county keeps one id for ever; its name and code change by date (rules.md section 3). */
export interface County {
  readonly id: string;
  /** Without 县, 市 or 区: 江川. */
  readonly shortName: string;
  /** Names that texts print for it, former and customary ones included. */
  readonly aliases: readonly string[];
  /** Oldest first, without gaps. */
  readonly history: readonly DatedName[];
}

/** The places that one city's texts speak of. */
export interface Regions {
  readonly province: { readonly name: string };
  readonly city: { readonly name: string };
  /** In official order. */
  readonly counties: readonly County[];
}

/**
 * The name and code in force on a day: 江川 on 2015-12-31 is 江川县 530421, a day later 江川区 530403.
 * @throws RangeError when the county's history does not cover the day: the data is broken, not the question.
 */
export function countyOn(county: County, date: IsoDate): DatedName {
  const found = county.history.find(
    ({ from, until }) => (from === undefined || from <= date) && (until === undefined || date <= until),
  );
  if (!found) throw new RangeError(`County "${county.id}" has no name on ${date}.`);
  return found;
}

/** The official name in force on a day. @throws RangeError as `countyOn` does. */
export const countyNameOn = (county: County, date: IsoDate): string => countyOn(county, date).name;

/** The administrative code in force on a day. @throws RangeError as `countyOn` does. */
export const countyCodeOn = (county: County, date: IsoDate): string => countyOn(county, date).code;

/** The part of a name's history that carried this printed name, null for a customary form such as 峨山县. */
export const datedNameAsPrinted = (county: County, printed: string): DatedName | null =>
  county.history.find(({ name }) => name === printed) ?? null;

/**
 * Every name that stands for exactly one county, mapped to its id: official names of all times, aliases, and short
 * names. A name that two counties share stands for neither and is left out.
 */
export function countyIdsByName(counties: readonly County[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const county of counties) {
    const names = [county.shortName, ...county.aliases, ...county.history.map(({ name }) => name)];
    for (const name of new Set(names)) {
      if (ids.has(name)) shared.add(name);
      ids.set(name, county.id);
    }
  }
  for (const name of shared) ids.delete(name);
  return ids;
}

/**
 * Whose name this is, or null when it is nobody's or not one county's alone. Spaces, the province and city before
 * it, and 司法局 or 财政局 after it do not matter: "玉溪市 江川县司法局" is jiangchuan.
 */
export function countyIdOfName(name: string, regions: Regions): string | null {
  let rest = name.replace(/\s/g, '');
  for (const parent of [regions.province.name, regions.city.name]) {
    if (rest.startsWith(parent)) rest = rest.slice(parent.length);
  }
  return countyIdsByName(regions.counties).get(rest.replace(/(?:司法局|财政局)$/, '')) ?? null;
}
