import type { PackPhoto } from '@yuheng/shared/contract/pack-photos';
import { nameOf, type Method } from '@yuheng/shared/domain/scoring/method';
import { createHash } from 'node:crypto';
import type { PackedPhoto } from '../evaluations/packs/photos-in-zip';
import type { PhotoHash } from './field-files.repository';
import { pictureTypeOf } from './photo-row';

/** What the photographs of a pack are held against. */
export interface PhotoPlaces {
  /** The counties of the pack, by the names that its folders carry. */
  readonly counties: ReadonlyMap<string, string>;
  /** Those that the evaluator still has in hand. */
  readonly open: readonly string[];
  readonly method: Method;
  /** The folder of an indicator by its name. */
  readonly folderOf: (name: string) => string;
  readonly stored: readonly PhotoHash[];
}

/** A photograph as it is offered, with its bytes where they can be taken over. */
export interface OfferedPhoto extends PackPhoto {
  readonly bytes: Buffer | null;
}

/** The leaves of a method by the names of their folders; a name that two of them carry leads to neither. */
function leavesByFolder({
  method: { indicators },
  folderOf,
}: PhotoPlaces): ReadonlyMap<string, string | null> {
  const parents = new Set(indicators.map(({ parent }) => parent));
  const found = new Map<string, string | null>();
  for (const one of indicators.filter(({ id }) => !parents.has(id))) {
    const folder = folderOf(nameOf(one).zh);
    found.set(folder, found.has(folder) ? null : one.id);
  }
  return found;
}

/** Of each photograph whether it can be taken over, in the order of the pack. */
export function offeredPhotos(photos: readonly PackedPhoto[], places: PhotoPlaces): readonly OfferedPhoto[] {
  const { counties, open, stored } = places;
  const leaves = leavesByFolder(places);
  const before = new Set<string>();
  return photos.map(({ path, below, content }) => {
    const [countyName = '', indicatorName = ''] = below.slice(0, -1);
    const county = counties.get(countyName) ?? null;
    const indicator = leaves.get(indicatorName) ?? null;
    const bytes = typeof content === 'string' ? null : content;
    const sha256 = bytes && createHash('sha256').update(bytes).digest('hex');
    const known = stored.find((one) => one.county === county && one.sha256 === sha256);
    const key = `${county}/${sha256}`;
    const state = ((): PackPhoto['state'] => {
      if (county === null || indicator === null) return 'unplaced';
      if (!open.includes(county)) return 'closed';
      if (typeof content === 'string') return content;
      if (pictureTypeOf(content) === null) return 'noPicture';
      if (known) return known.withdrawn ? 'withdrawn' : 'stored';
      return before.has(key) ? 'twice' : 'new';
    })();
    if (state === 'new') before.add(key);
    return {
      ...{ path, name: (below.at(-1) ?? path).slice(0, 200), county, countyName, indicator, indicatorName },
      ...{ size: bytes?.length ?? null, sha256, state, bytes: state === 'new' ? bytes : null },
    };
  });
}
