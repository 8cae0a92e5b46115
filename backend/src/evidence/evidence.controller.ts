import { Controller, Req, Res } from '@nestjs/common';
import type { ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../audit/act';
import { asAttachment } from '../http/attachment';
import { Account, Acting, Params, Route } from '../http/route';
import { DOCUMENT, readUpload } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { EvidenceService } from './evidence.service';

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Route(endpoints.storeEvidence)
  async store(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.storeEvidence) { county }: ParamsOf<typeof endpoints.storeEvidence>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.storeEvidence>> {
    return this.evidence.store(act, account, county, await readUpload(request, DOCUMENT));
  }

  @Route(endpoints.downloadEvidence)
  async download(
    @Account() account: SignedIn,
    @Params(endpoints.downloadEvidence) params: ParamsOf<typeof endpoints.downloadEvidence>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, mediaType, bytes } = await this.evidence.download(account, params);
    asAttachment(reply, name);
    void reply.type(mediaType).header('cache-control', 'no-store');
    return Readable.from([bytes]);
  }
}
