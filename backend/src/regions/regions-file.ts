import type { Regions } from '@yuheng/shared/domain/regions/dated-names';
import { readFileSync } from 'node:fs';
import { dataFile } from '../installation/data-file';

let regions: Regions | undefined;

/** The names and dated aliases by which texts call the counties, from data/regions.json; read once. */
export function readRegions(): Regions {
  regions ??= JSON.parse(readFileSync(dataFile('regions.json'), 'utf8')) as Regions;
  return regions;
}
