import { join } from 'node:path';

/** A file of backend/data, both from the sources and from the compiled server. */
export const dataFile = (name: string): string => join(__dirname, '..', '..', 'data', name);
