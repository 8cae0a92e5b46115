import { Injectable } from '@nestjs/common';
import type { ChosenPackPhoto, PackPhoto } from '@yuheng/shared/contract/pack-photos';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import type { PhotosOfPack } from '../evaluations/packs/photos-in-zip';
import { ReturnedPhotosService } from '../evaluations/packs/returned-photos.service';
import type { PackRecord } from '../evaluations/packs/score-packs.repository';
import { ProblemException } from '../http/problem-exception';
import type { UploadedForm } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { FieldFilesRepository } from './field-files.repository';
import { FieldworkAccessService } from './fieldwork-access.service';
import type { FieldworkRound } from './fieldwork-round';
import { offeredPhotos, type OfferedPhoto } from './offered-photos';
import { photoRow, pictureTypeOf } from './photo-row';

type Counties = readonly string[];

/** What photographs of packs are held against, beside who may bring them. */
@Injectable()
export class PackPhotoSources {
  constructor(
    readonly packs: ReturnedPhotosService,
    readonly files: FieldFilesRepository,
    readonly places: PlacesService,
    readonly settings: Settings,
  ) {}
}

/** Photographs that an evaluator put into the folders of a pack: offered when it comes back, taken over when asked to. */
@Injectable()
export class PackPhotosService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly of: PackPhotoSources,
    private readonly trail: AuditTrail,
  ) {}

  /** Nothing of it is kept, not even that it was looked at by which name: the trail has the pack and how many there were. */
  async preview(
    act: Act,
    account: SignedIn,
    round: string,
    file: UploadedForm,
  ): Promise<readonly PackPhoto[]> {
    const { scope } = await this.access.of(account, round);
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const found = await this.of.packs.photosOf(file);
    return this.trail.record(act, scope, async (tx) => {
      const offered = await this.offered(tx, await this.of.packs.packOf(tx, act, round, found), {
        ...{ open: scope.counties, round: await this.access.openRound(tx, round), found },
      });
      act.note({ after: { count: offered.length } });
      return offered.map(({ bytes: _, ...one }) => one);
    });
  }

  /** All of what is chosen or nothing, under the rules of every other photograph of fieldwork. */
  async take(
    act: Act,
    account: SignedIn,
    round: string,
    { file, chosen }: { readonly file: UploadedForm; readonly chosen: readonly ChosenPackPhoto[] },
  ): Promise<number> {
    const { scope } = await this.access.of(account, round);
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const found = await this.of.packs.photosOf(file);
    return this.trail.record(act, scope, async (tx) => {
      const pack = await this.of.packs.packOf(tx, act, round, found);
      await this.of.files.lockPhotos(tx, round);
      const of = { open: scope.counties, round: await this.access.openRound(tx, round), found };
      const offered = await this.offered(tx, pack, of);
      const refusals = chosen.flatMap((one, index) => refusedPhoto(one, index, offered, chosen));
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      const rows = chosen.flatMap(({ path, note }) => {
        const photo = offered.find((one) => one.path === path);
        const mediaType = photo?.bytes ? pictureTypeOf(photo.bytes) : null;
        if (!photo?.bytes || !mediaType || photo.county === null || photo.indicator === null) return [];
        const { name, bytes, indicator, county } = photo;
        const key = { cityId: this.of.settings.cityId, roundId: round, countyId: county };
        const given = { name, bytes, mediaType, indicator, note, record: null, by: account.username };
        return [photoRow(key, given)];
      });
      for (const row of rows) await this.of.files.add(tx, row);
      act.note({
        after: {
          photos: rows.map(({ fileId, countyId, indicatorId, note, sha256 }) => ({
            ...{ id: fileId, county: countyId, indicator: indicatorId, note, sha256 },
          })),
        },
      });
      return rows.length;
    });
  }

  private async offered(
    tx: EntityManager,
    { manifest }: PackRecord,
    of: { readonly open: Counties; readonly round: FieldworkRound; readonly found: PhotosOfPack },
  ): Promise<readonly OfferedPhoto[]> {
    return offeredPhotos(of.found.photos, {
      counties: new Map(
        manifest.counties.map((county) => [this.of.packs.folderOf(this.of.places.nameOf(county)), county]),
      ),
      folderOf: this.of.packs.folderOf,
      open: of.open,
      method: of.round.method,
      stored: await this.of.files.photoHashes(tx, of.round.id),
    });
  }
}

/** Why one that was chosen is not taken over. */
function refusedPhoto(
  { path, sha256 }: ChosenPackPhoto,
  index: number,
  offered: readonly OfferedPhoto[],
  chosen: readonly ChosenPackPhoto[],
): readonly Refusal[] {
  const photo = offered.find((one) => one.path === path);
  const isOffered = photo?.state === 'new' && photo.sha256 === sha256;
  const isFirst = chosen.findIndex((one) => one.path === path) === index;
  if (isOffered && isFirst) return [];
  return [
    photo?.state === 'stored'
      ? refusal(
          `/photos/${index}`,
          `照片“${photo.name}”该县（市、区）已有相同的一张，没有再次保存；请取消勾选。`,
          `The county has the photograph “${photo.name}” already, so it was not kept again: leave it out.`,
        )
      : refusal(
          `/photos/${index}`,
          '所选照片不在打分包里、重复选择，或者不能带回，本次没有保存任何照片；请重新核对打分包后再选。',
          'The photograph is not in the pack, was chosen twice or cannot be taken over, so none was kept: check the pack anew and choose again.',
        ),
  ];
}
