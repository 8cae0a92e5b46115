import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { FindingsService } from './findings.service';

/** A finding, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Route(endpoints.listFindings)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listFindings) query: QueryOf<typeof endpoints.listFindings>,
  ): Promise<ResponseOf<typeof endpoints.listFindings>> {
    return this.findings.list(account, query);
  }

  @Route(endpoints.readFinding)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readFinding) { finding }: ParamsOf<typeof endpoints.readFinding>,
  ): Promise<ResponseOf<typeof endpoints.readFinding>> {
    return this.findings.read(account, finding);
  }

  @Route(endpoints.rectifyFinding)
  rectify(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.rectifyFinding) target: VersionOf<typeof endpoints.rectifyFinding>,
    @Body(endpoints.rectifyFinding) body: BodyOf<typeof endpoints.rectifyFinding>,
  ): Promise<ResponseOf<typeof endpoints.rectifyFinding>> {
    return this.findings.rectify(act, account, target, body);
  }

  @Route(endpoints.recheckFinding)
  recheck(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.recheckFinding) target: VersionOf<typeof endpoints.recheckFinding>,
    @Body(endpoints.recheckFinding) body: BodyOf<typeof endpoints.recheckFinding>,
  ): Promise<ResponseOf<typeof endpoints.recheckFinding>> {
    return this.findings.recheck(act, account, target, body);
  }
}
