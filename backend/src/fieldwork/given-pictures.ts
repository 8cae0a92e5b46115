/** What stands for the place in the pictures of the tests. */
export const PLACE = '24.352N-102.546E';
/** The coded picture of the JPEG of the tests: with a stuffed FF and a restart marker. */
export const PICTURE_DATA = Buffer.from('3fa8ff00d3ffd01122', 'hex');

function segment(marker: number, payload: Buffer | string): Buffer {
  const bytes = Buffer.from(payload);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

function exif(orientation: number): Buffer {
  const directory = Buffer.alloc(18);
  directory.writeUInt16LE(1, 0);
  directory.writeUInt16LE(0x0112, 2);
  directory.writeUInt16LE(3, 4);
  directory.writeUInt32LE(1, 6);
  directory.writeUInt16LE(orientation, 10);
  return Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'),
    directory,
    Buffer.from(`GPS ${PLACE}`),
  ]);
}

/** A JPEG file as a telephone writes it: Exif with the place, XMP, IPTC, a comment, and a picture behind the picture. */
export function jpegWithPlace({ orientation = 1 }: { readonly orientation?: number } = {}): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    segment(0xe1, exif(orientation)),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'),
    segment(0xe2, `MPF\0${PLACE}`),
    segment(0xed, `Photoshop 3.0\0${PLACE}`),
    segment(0xfe, 'taken by somebody'),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from('0800010001010111 00'.replace(' ', ''), 'hex')),
    segment(0xda, Buffer.from('010100003f00', 'hex')),
    PICTURE_DATA,
    Buffer.from('ffd9', 'hex'),
    Buffer.from(`trailer with ${PLACE} and more of it`),
  ]);
}

function chunk(type: string, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, bytes, Buffer.alloc(4, 7)]);
}

/** A PNG file with texts, Exif and a time beside the picture. */
export const pngWithPlace = (): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('tEXt', `Location\0${PLACE}`),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${PLACE}`),
    chunk('eXIf', `II*\0${PLACE}`),
    chunk('tIME', Buffer.alloc(7, 1)),
    chunk('IDAT', Buffer.alloc(20, 3)),
    chunk('IEND', ''),
  ]);
