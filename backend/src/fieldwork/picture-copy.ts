/** A photograph without what its camera wrote beside it, or null where the file cannot be read as one. */
export type PictureCopy = Buffer | null;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Markers that stand alone: RST0 to RST7, SOI, EOI, TEM. */
const standsAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01;

/**
 * What a picture needs to look as it does: JFIF, the colour profile, Adobe’s colour transform, and everything that is no
 * application segment and no comment. Exif with the place, XMP, IPTC, thumbnails, makers’ notes and comments go.
 */
function isKept(marker: number, payload: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return payload.subarray(0, 5).equals(Buffer.from('JFIF\0'));
  if (marker === APP2) return payload.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0'));
  return marker === APP14 && payload.subarray(0, 5).equals(Buffer.from('Adobe'));
}

/** How the camera was held (1 to 8), read from an Exif segment; 1 where it does not say. */
function orientationOf(payload: Buffer): number {
  if (!payload.subarray(0, 6).equals(Buffer.from('Exif\0\0')) || payload.length < 14) return 1;
  const tiff = payload.subarray(6);
  const little = tiff.subarray(0, 2).equals(Buffer.from('II'));
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An Exif segment that says how the camera was held and nothing else, so that the copy stands upright. */
function orientationSegment(orientation: number): Buffer {
  const body = Buffer.alloc(32);
  body.write('Exif\0\0', 'latin1');
  body.write('MM\0*', 6, 'latin1');
  body.writeUInt32BE(8, 10);
  body.writeUInt16BE(1, 14);
  body.writeUInt16BE(0x0112, 16);
  body.writeUInt16BE(3, 18);
  body.writeUInt32BE(1, 20);
  body.writeUInt16BE(orientation, 24);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Where the coded data from `at` on ends: at the next marker that is none of its own. */
function endOfScan(bytes: Buffer, at: number): number {
  let place = at;
  for (;;) {
    place = bytes.indexOf(0xff, place);
    if (place < 0 || place + 1 >= bytes.length) return bytes.length;
    const next = bytes[place + 1] as number;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return place;
    place += next === 0xff ? 1 : 2;
  }
}

/** A JPEG file segment by segment; the coded picture itself is copied byte for byte, what stands behind its end is not. */
export function jpegCopy(bytes: Buffer): PictureCopy {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasPicture = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (!hasPicture) return null;
      const upright = orientation === 1 ? [] : [orientationSegment(orientation)];
      return Buffer.concat([Buffer.from([0xff, SOI]), ...upright, ...kept, Buffer.from([0xff, EOI])]);
    }
    if (standsAlone(marker) || at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const payload = bytes.subarray(at + 4, end);
    if (marker === APP1 && orientation === 1) orientation = orientationOf(payload);
    const until = marker === SOS ? endOfScan(bytes, end) : end;
    if (isKept(marker, payload)) kept.push(bytes.subarray(at, until));
    hasPicture ||= marker === SOS;
    at = until;
  }
  return null;
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What a picture needs to look as it does; texts, Exif, times and what nobody knows go. */
const PNG_KEPT = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
];

/** A PNG file chunk by chunk; what stands behind its end is not copied. */
export function pngCopy(bytes: Buffer): PictureCopy {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return null;
  const kept: Buffer[] = [PNG_SIGNATURE];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (kept.length === 1 && type !== 'IHDR') return null;
    if (PNG_KEPT.includes(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

export type PictureType = 'image/jpeg' | 'image/png';

/**
 * A copy for reading and exports: without the place, the time and the camera, and otherwise the same picture, not encoded
 * anew. Of what a JPEG says about itself the copy keeps how the camera was held, where it was not upright.
 */
export const pictureCopy = (bytes: Buffer, type: PictureType): PictureCopy =>
  type === 'image/jpeg' ? jpegCopy(bytes) : pngCopy(bytes);
