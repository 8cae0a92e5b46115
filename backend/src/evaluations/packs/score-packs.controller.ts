import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { ZIP } from '@yuheng/shared/contract/media-types';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { asAttachment } from '../../http/attachment';
import { Account, Acting, Asked, Body, Params, Route } from '../../http/route';
import { readUpload } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { asFile } from '../../http/as-file';
import { PackReturnsService } from './pack-returns.service';
import { ScorePacksService } from './score-packs.service';
import { UPLOADED_PACK } from './uploaded-pack';

type InRound = ParamsOf<typeof endpoints.listScorePacks>;

@Controller()
export class ScorePacksController {
  constructor(
    private readonly packs: ScorePacksService,
    private readonly returns: PackReturnsService,
  ) {}

  @Route(endpoints.makeScorePack)
  async make(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Asked(endpoints.makeScorePack) { round, password }: InRound & BodyOf<typeof endpoints.makeScorePack>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, pieces } = await this.packs.make(act, account, round, password);
    asAttachment(reply, name);
    void reply.type(ZIP).header('cache-control', 'no-store');
    return Readable.from(pieces);
  }

  @Route(endpoints.listScorePacks)
  list(
    @Account() account: SignedIn,
    @Params(endpoints.listScorePacks) { round }: InRound,
  ): Promise<ResponseOf<typeof endpoints.listScorePacks>> {
    return this.packs.list(account, round);
  }

  @Route(endpoints.previewScorePack)
  async preview(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.previewScorePack) { round }: InRound,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.previewScorePack>> {
    return this.returns.preview(act, account, round, await readUpload(request, UPLOADED_PACK));
  }

  @Route(endpoints.applyScorePack)
  apply(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.applyScorePack) key: ParamsOf<typeof endpoints.applyScorePack>,
    @Body(endpoints.applyScorePack) body: BodyOf<typeof endpoints.applyScorePack>,
  ): Promise<ResponseOf<typeof endpoints.applyScorePack>> {
    return this.returns.apply(act, account, key, body);
  }

  @Route(endpoints.downloadScorePackResult)
  async result(
    @Account() account: SignedIn,
    @Params(endpoints.downloadScorePackResult) key: ParamsOf<typeof endpoints.downloadScorePackResult>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.returns.result(account, key));
  }
}
