import { Controller, Res } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { asAttachment } from '../http/attachment';
import { Account, Acting, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import type { Act } from './act';
import { AuditService } from './audit.service';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Route(endpoints.listAuditEntries)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAuditEntries) query: QueryOf<typeof endpoints.listAuditEntries>,
  ): Promise<ResponseOf<typeof endpoints.listAuditEntries>> {
    return this.audit.list(account, query);
  }

  @Route(endpoints.exportAudit)
  async export(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.exportAudit) days: QueryOf<typeof endpoints.exportAudit>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, text } = await this.audit.export(act, account, days);
    asAttachment(reply, name);
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    return Readable.from(text, { objectMode: false });
  }

  @Route(endpoints.listAuditSeals)
  seals(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listAuditSeals>> {
    return this.audit.seals(account);
  }
}
