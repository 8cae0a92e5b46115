import { Controller, Req } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { chosenPackPhotos } from '@yuheng/shared/contract/pack-photos';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../audit/act';
import { ReturnedPhotosService } from '../evaluations/packs/returned-photos.service';
import { jsonFields } from '../http/json-fields';
import { readUpload } from '../http/upload';
import { Account, Acting, Params, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { PackPhotosService } from './pack-photos.service';

type InRound = ParamsOf<typeof endpoints.previewPackPhotos>;

/** Photographs that come back in a pack. */
@Controller()
export class PackPhotosController {
  constructor(
    private readonly photos: PackPhotosService,
    private readonly packs: ReturnedPhotosService,
  ) {}

  @Route(endpoints.previewPackPhotos)
  async preview(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.previewPackPhotos) { round }: InRound,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewPackPhotos>> {
    const file = await readUpload(request, this.packs.wanted());
    return { photos: [...(await this.photos.preview(act, account, round, file))] };
  }

  @Route(endpoints.takePackPhotos)
  async take(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.takePackPhotos) { round }: InRound,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.takePackPhotos>> {
    const file = await readUpload(request, this.packs.wanted('photos'));
    const { photos } = jsonFields(chosenPackPhotos, file.fields);
    return { taken: await this.photos.take(act, account, round, { file, chosen: photos }) };
  }
}
