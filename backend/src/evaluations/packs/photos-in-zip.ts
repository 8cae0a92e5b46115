import { listedFiles } from '../../workbooks/zip-directory';
import { fileOfZip, type FileTrouble } from './file-of-zip';
import { PHOTO_FOLDER } from './pack-layout';
import { depthOf, MOST_FILES, type PackTrouble } from './workbook-in-zip';

/** A file that somebody put into the folders for photographs. */
export interface PackedPhoto {
  readonly path: string;
  /** The folders below 照片 and the name at last. */
  readonly below: readonly string[];
  /** Null: over 10 MB, or more than 200 photographs or 100 MB together. */
  readonly content: Buffer | 'tooLarge' | 'tooMany';
}

export interface PhotosOfPack {
  /** What the pack says of itself, as it stands in it; null: it is not there. */
  readonly manifest: string | null;
  readonly photos: readonly PackedPhoto[];
}

const MOST_PHOTOS = 200;
const [MOST_BYTES, MOST_BYTES_TOGETHER] = [10 * 1024 * 1024, 100 * 1024 * 1024];
const MANIFEST_BYTES = 4 * 1024 * 1024;
/** What systems put into folders by themselves. */
const BY_ITSELF = /^(?:\.|Thumbs\.db$|desktop\.ini$)/i;

/** Null for what does not lie in the folders for photographs; also where the whole pack lies in a folder of its own. */
function belowPhotos(path: string): readonly string[] | null {
  const parts = path.split('/');
  const at = parts.indexOf(PHOTO_FOLDER);
  const name = parts.at(-1) ?? '';
  if (at < 0 || name === '' || parts[0] === '__MACOSX' || BY_ITSELF.test(name)) return null;
  return parts.slice(at + 1);
}

/** The photographs of a pack that was sent back, in the order of their paths. What unpacks to too much ends at the limit. */
export async function photosInZip(zip: Buffer, password: string | null): Promise<PhotosOfPack | PackTrouble> {
  const files = listedFiles(zip, MOST_FILES);
  if (typeof files === 'string') return files;
  const [found] = files
    .filter(({ name }) => /(?:^|\/)manifest\.json$/.test(name))
    .sort((one, other) => depthOf(one) - depthOf(other));
  const manifest = found ? await fileOfZip(found, password, MANIFEST_BYTES) : null;
  if (typeof manifest === 'string') return manifest;
  const photos: PackedPhoto[] = [];
  let left = MOST_BYTES_TOGETHER;
  for (const file of [...files].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const below = belowPhotos(file.name);
    if (below === null) continue;
    const content: Buffer | FileTrouble =
      photos.length >= MOST_PHOTOS || left === 0
        ? 'tooManyBytes'
        : await fileOfZip(file, password, Math.min(left, MOST_BYTES));
    if (typeof content === 'string' && content !== 'tooManyBytes') return content;
    if (typeof content !== 'string') left -= content.length;
    const isOver = photos.length >= MOST_PHOTOS || left < MOST_BYTES;
    photos.push({
      path: file.name,
      below,
      content: typeof content !== 'string' ? content : isOver ? 'tooMany' : 'tooLarge',
    });
  }
  return { manifest: manifest?.toString('utf8') ?? null, photos };
}
