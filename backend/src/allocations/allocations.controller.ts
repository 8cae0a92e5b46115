import { Controller, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import type { Act } from '../audit/act';
import { asCertificateFile } from '../http/certificate-file';
import { Account, Acting, Body, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { AllocationCertificates } from './allocation-certificates';
import { AllocationsService } from './allocations.service';
import { CreateAllocationRunService } from './create-allocation-run.service';

@Controller()
export class AllocationsController {
  constructor(
    private readonly allocations: AllocationsService,
    private readonly creation: CreateAllocationRunService,
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

  @Route(endpoints.createAllocationRun)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createAllocationRun) body: BodyOf<typeof endpoints.createAllocationRun>,
  ): Promise<ResponseOf<typeof endpoints.createAllocationRun>> {
    return this.creation.create(act, account, body);
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
