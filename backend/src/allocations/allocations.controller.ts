import { Controller, Res } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import { asCertificateFile } from '../http/certificate-file';
import { Account, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { AllocationCertificates } from './allocation-certificates';
import { AllocationsService } from './allocations.service';

@Controller()
export class AllocationsController {
  constructor(
    private readonly allocations: AllocationsService,
    private readonly certificates: AllocationCertificates,
  ) {}

  @Route(endpoints.listAllocationRuns)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAllocationRuns) query: QueryOf<typeof endpoints.listAllocationRuns>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationRuns>> {
    return this.allocations.list(account, query);
  }

  @Route(endpoints.readAllocationRun)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAllocationRun) params: ParamsOf<typeof endpoints.readAllocationRun>,
  ): Promise<ResponseOf<typeof endpoints.readAllocationRun>> {
    return this.allocations.read(account, params);
  }

  @Route(endpoints.readAllocationCertificate)
  async certificate(
    @Account() account: SignedIn,
    @Params(endpoints.readAllocationCertificate) params: ParamsOf<typeof endpoints.readAllocationCertificate>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof endpoints.readAllocationCertificate>> {
    return asCertificateFile(await this.certificates.find(account, params), reply);
  }
}
