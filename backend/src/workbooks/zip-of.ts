import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Since 1980-01-01, the first day that a zip can say: the same files are the same bytes whenever they are packed. */
const FIRST_DAY = 0x0021;
const UTF_8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

/** What the zip says of a file, before its content and again in its list. */
function description(name: Buffer, content: Buffer, packed: Buffer): Buffer {
  const said = Buffer.alloc(26);
  said.writeUInt16LE(VERSION, 0);
  said.writeUInt16LE(UTF_8_NAMES, 2);
  said.writeUInt16LE(DEFLATED, 4);
  said.writeUInt16LE(FIRST_DAY, 8);
  said.writeUInt32LE(crc32(content), 10);
  said.writeUInt32LE(packed.length, 14);
  said.writeUInt32LE(content.length, 18);
  said.writeUInt16LE(name.length, 22);
  return said;
}

/** A zip of the given files in their order, packed quickly rather than tightly. */
export function zipOf(files: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []];
  let [offset, count] = [0, 0];
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: constants.Z_BEST_SPEED });
    const said = description(name, content, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([VERSION, 0]), said, place, name);
    parts.push(Buffer.from('PK\x03\x04'), said, name, packed);
    count += 1;
    offset += 4 + said.length + name.length + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}
