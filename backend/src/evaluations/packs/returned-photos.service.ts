import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import type { UploadedForm, WantedFile } from '../../http/upload';
import { folderName } from './pack-evidence';
import { sha256Of } from './pack-layout';
import { editedManifest, noManifest, packOfAnotherRound, packTrouble, unknownPack } from './pack-refusals';
import { photosInZip, type PhotosOfPack } from './photos-in-zip';
import { ScorePacksRepository, type PackRecord } from './score-packs.repository';
import { UPLOADED_PACK } from './uploaded-pack';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of the pack that a manifest is of; null where it says none. */
function packIn(manifest: string): string | null {
  try {
    const { pack } = JSON.parse(manifest) as { readonly pack?: unknown };
    return typeof pack === 'string' && UUID.test(pack) ? pack : null;
  } catch {
    return null;
  }
}

/** What fieldwork asks of a pack that comes back: the photographs in its folders, and which pack it is. */
@Injectable()
export class ReturnedPhotosService {
  constructor(private readonly packs: ScorePacksRepository) {}

  /** The folder of a county or an indicator by its name. */
  readonly folderOf = folderName;

  /** A pack as a form sends it: the file, its password and these other fields. */
  readonly wanted = (...fields: readonly string[]): WantedFile => ({
    ...UPLOADED_PACK,
    fields: ['password', ...fields],
  });

  /** @throws ProblemException refused with why the pack cannot be opened */
  async photosOf({ bytes, fields }: UploadedForm): Promise<PhotosOfPack> {
    const found = await photosInZip(bytes, fields['password'] || null);
    if (typeof found === 'string') throw packTrouble(found);
    return found;
  }

  /** The own pack that it is, as it was issued. @throws ProblemException refused for what is none of the round, or was edited */
  async packOf(tx: EntityManager, act: Act, round: string, { manifest }: PhotosOfPack): Promise<PackRecord> {
    const id = manifest === null ? null : packIn(manifest);
    if (manifest === null || id === null) throw noManifest();
    const pack = await this.packs.find(tx, id);
    if (!pack) throw unknownPack();
    act.note({ object: { kind: 'scorePack', id: pack.pack } });
    if (pack.sha256 !== sha256Of(manifest)) throw editedManifest();
    if (pack.round !== round) throw packOfAnotherRound();
    return pack;
  }
}
