import { zipSync } from 'fflate';

/** The first day that a zip can say: the same files are the same bytes whenever they are packed. */
const FIRST_DAY = '1980-01-01T12:00:00';
/** Packed quickly rather than tightly: while it is done nobody else is served. */
const QUICKLY = 1;

/** A zip of the given files in their order. */
export const zipOf = (files: Iterable<readonly [name: string, content: Buffer]>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files), { level: QUICKLY, mtime: FIRST_DAY }));
