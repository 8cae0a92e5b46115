import { readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { PlaceNameEntity } from '../regions/place-name.entity';
import { PlaceEntity } from '../regions/place.entity';
import { dataFile } from './data-file';

interface DatedName {
  readonly code: string;
  readonly name: string;
  readonly from?: string;
  readonly until?: string;
}

interface CountyFile {
  readonly counties: readonly {
    readonly id: string;
    readonly history: readonly DatedName[];
    readonly tile: { readonly row: number; readonly col: number };
    readonly townships: readonly {
      readonly code: string;
      readonly name: string;
      readonly justiceOffice?: boolean;
    }[];
  }[];
}

export const CITY_ID = '530400';

/** Before any name of this file changed hands: nothing older is asked of it. */
const SINCE_EVER = '1949-10-01';

/**
 * Fills the tree of places from data/regions.json: nation, province, city, counties with their dated names, and one
 * justice office a township (a default of rules.md section 3; the real list is the user's).
 */
export async function loadPlaces(tx: EntityManager): Promise<void> {
  const file = JSON.parse(await readFile(dataFile('regions.json'), 'utf8')) as CountyFile;
  const places: Partial<PlaceEntity>[] = [];
  const names: Partial<PlaceNameEntity>[] = [];
  const place = (
    id: string,
    kind: string,
    parentId: string | null,
    tile?: { row: number; col: number },
  ): void => {
    const sortOrder = places.length;
    places.push({
      placeId: id,
      kind,
      parentId,
      sortOrder,
      tileRow: tile?.row ?? null,
      tileColumn: tile?.col ?? null,
    });
  };
  const name = (placeId: string, { code, name: text, from, until }: DatedName): void => {
    names.push({ placeId, validFrom: from ?? SINCE_EVER, validUntil: until ?? null, code, name: text });
  };

  place('100000', 'nation', null);
  name('100000', { code: '100000', name: '中华人民共和国' });
  place('530000', 'province', '100000');
  name('530000', { code: '530000', name: '云南省' });
  place(CITY_ID, 'city', '530000');
  name(CITY_ID, { code: CITY_ID, name: '玉溪市' });
  for (const county of file.counties) {
    place(county.id, 'county', CITY_ID, county.tile);
    for (const one of county.history) name(county.id, one);
  }
  for (const county of file.counties) {
    for (const township of county.townships) {
      if (township.justiceOffice === false) continue;
      place(township.code, 'office', county.id);
      name(township.code, { code: township.code, name: officeName(township.name) });
    }
  }
  await tx.insert(PlaceEntity, places);
  await tx.insert(PlaceNameEntity, names);
}

/** 玉兴街道 → 玉兴街道司法所; 江城镇 → 江城司法所, as such offices are commonly called. */
const officeName = (township: string): string =>
  township.endsWith('镇') ? `${township.slice(0, -1)}司法所` : `${township}司法所`;
