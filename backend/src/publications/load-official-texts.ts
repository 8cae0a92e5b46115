import { readdir, readFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { dataFile } from '../installation/data-file';
import { PublicationsRepository } from './publications.repository';
import { readPublication } from './read-publication';

/**
 * Reads the official texts that come with the program into an empty database, by the same parser as an upload.
 * @throws Error when one of them cannot be read: then the program itself is broken.
 */
export async function loadOfficialTexts(tx: EntityManager, cityId: string): Promise<void> {
  const repository = new PublicationsRepository();
  const folder = dataFile('official-texts');
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.txt')).sort()) {
    const read = readPublication({ name, bytes: await readFile(`${folder}/${name}`) });
    if (!read.ok) throw new Error(`${name}: ${read.refusals.map((one) => one.detail.en).join('; ')}`);
    await repository.insert(tx, read.value, { cityId, loadedBy: null, loadedAt: new Date() });
  }
}
