import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { DoubtActsService } from './doubt-acts.service';
import { DoubtAskingService } from './doubt-asking.service';
import { DoubtReadingService } from './doubt-reading.service';

/** A doubt, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class DoubtsController {
  constructor(
    private readonly reading: DoubtReadingService,
    private readonly acts: DoubtActsService,
    private readonly asking: DoubtAskingService,
  ) {}

  @Route(endpoints.listDoubts)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listDoubts) query: QueryOf<typeof endpoints.listDoubts>,
  ): Promise<ResponseOf<typeof endpoints.listDoubts>> {
    return this.reading.list(account, query);
  }

  @Route(endpoints.raiseDoubt)
  raise(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.raiseDoubt) body: BodyOf<typeof endpoints.raiseDoubt>,
  ): Promise<ResponseOf<typeof endpoints.raiseDoubt>> {
    return this.asking.ask(act, account, body);
  }

  @Route(endpoints.explainDoubt)
  explain(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.explainDoubt) target: VersionOf<typeof endpoints.explainDoubt>,
    @Body(endpoints.explainDoubt) body: BodyOf<typeof endpoints.explainDoubt>,
  ): Promise<ResponseOf<typeof endpoints.explainDoubt>> {
    return this.acts.explain(act, account, target, body);
  }

  @Route(endpoints.acceptDoubt)
  accept(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.acceptDoubt) target: VersionOf<typeof endpoints.acceptDoubt>,
    @Body(endpoints.acceptDoubt) body: BodyOf<typeof endpoints.acceptDoubt>,
  ): Promise<ResponseOf<typeof endpoints.acceptDoubt>> {
    return this.acts.accept(act, account, target, body);
  }

  @Route(endpoints.convertDoubt)
  convert(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.convertDoubt) target: VersionOf<typeof endpoints.convertDoubt>,
    @Body(endpoints.convertDoubt) body: BodyOf<typeof endpoints.convertDoubt>,
  ): Promise<ResponseOf<typeof endpoints.convertDoubt>> {
    return this.acts.convert(act, account, target, body);
  }
}
