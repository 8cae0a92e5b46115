import { jpegCopy, pictureCopy, pngCopy } from './picture-copy';
import { jpegWithPlace, pngWithPlace, PICTURE_DATA, PLACE } from './given-pictures';

describe('the copy of a photograph', () => {
  it('of a JPEG has nothing of Exif, XMP, IPTC or comments in any of its bytes, and the same picture', () => {
    const original = jpegWithPlace();
    const copy = jpegCopy(original) as Buffer;
    for (const trace of ['Exif', 'GPS', PLACE, 'http://ns.adobe.com', 'Photoshop', 'taken by', 'trailer']) {
      expect([trace, original.includes(trace)]).toEqual([trace, true]);
      expect([trace, copy.includes(trace)]).toEqual([trace, false]);
    }
    expect(copy.includes(PICTURE_DATA)).toBe(true);
    expect(copy.includes('JFIF')).toBe(true);
    expect(copy.includes('ICC_PROFILE')).toBe(true);
    expect(copy.subarray(-2).toString('hex')).toBe('ffd9');
  });

  it('stands upright: how the camera was held is the one thing that is kept', () => {
    const copy = jpegCopy(jpegWithPlace({ orientation: 6 })) as Buffer;
    const at = copy.indexOf('Exif');
    expect(copy.readUInt16BE(2)).toBe(0xffe1);
    expect(copy.readUInt16BE(at + 8 + 6)).toBe(1);
    expect(copy.readUInt16BE(at + 10 + 6)).toBe(0x0112);
    expect(copy.readUInt16BE(at + 18 + 6)).toBe(6);
    expect(copy.includes(PLACE)).toBe(false);
    // A copy of the copy is the same.
    expect(jpegCopy(copy)?.equals(copy)).toBe(true);
  });

  it('of a PNG has no text, no Exif and no time, and the same picture', () => {
    const original = pngWithPlace();
    const copy = pngCopy(original) as Buffer;
    for (const trace of ['tEXt', 'eXIf', 'iTXt', 'tIME', PLACE]) {
      expect([trace, original.includes(trace)]).toEqual([trace, true]);
      expect([trace, copy.includes(trace)]).toEqual([trace, false]);
    }
    expect(copy.includes('IDAT')).toBe(true);
    expect(copy.subarray(-8, -4).toString()).toBe('IEND');
  });

  it.each([
    ['is cut off', jpegWithPlace().subarray(0, 60), 'image/jpeg'],
    ['has no end', jpegWithPlace().subarray(0, -50), 'image/jpeg'],
    ['has no picture', Buffer.from('ffd8ffd9', 'hex'), 'image/jpeg'],
    ['names a length beyond its end', Buffer.from('ffd8ffe1ffff0000', 'hex'), 'image/jpeg'],
    ['names a length that is none', Buffer.from('ffd8ffe10000ffd9', 'hex'), 'image/jpeg'],
    ['is cut off', pngWithPlace().subarray(0, -6), 'image/png'],
    [
      'does not begin with its head',
      Buffer.concat([pngWithPlace().subarray(0, 8), Buffer.alloc(12)]),
      'image/png',
    ],
    ['is none', Buffer.from('GIF89a'), 'image/png'],
  ] as const)('is not made of a file that %s', (_, bytes, type) => {
    expect(pictureCopy(bytes, type)).toBeNull();
  });
});
