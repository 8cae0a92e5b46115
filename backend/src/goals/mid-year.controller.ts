import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { MidYearService } from './mid-year.service';

type MidYearRecord = ResponseOf<typeof endpoints.readMidYear>;
/** One county's form, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class MidYearController {
  constructor(private readonly forms: MidYearService) {}

  @Route(endpoints.readMidYear)
  read(
    @Account() by: SignedIn,
    @Params(endpoints.readMidYear) address: ParamsOf<typeof endpoints.readMidYear>,
  ): Promise<MidYearRecord> {
    return this.forms.read(by, address);
  }

  @Route(endpoints.saveMidYear)
  save(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.saveMidYear) { version, ...address }: VersionOf<typeof endpoints.saveMidYear>,
    @Body(endpoints.saveMidYear) { answers }: BodyOf<typeof endpoints.saveMidYear>,
  ): Promise<MidYearRecord> {
    return this.forms.change(act, by, address, { name: 'save', lock: version, answers });
  }

  @Route(endpoints.submitMidYear)
  submit(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.submitMidYear) { version, ...address }: VersionOf<typeof endpoints.submitMidYear>,
    @Body(endpoints.submitMidYear) _: BodyOf<typeof endpoints.submitMidYear>,
  ): Promise<MidYearRecord> {
    return this.forms.change(act, by, address, { name: 'submit', lock: version });
  }

  @Route(endpoints.returnMidYear)
  giveBack(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.returnMidYear) { version, ...address }: VersionOf<typeof endpoints.returnMidYear>,
    @Body(endpoints.returnMidYear) { reason }: BodyOf<typeof endpoints.returnMidYear>,
  ): Promise<MidYearRecord> {
    return this.forms.change(act, by, address, { name: 'return', lock: version, reason });
  }

  @Route(endpoints.approveMidYear)
  approve(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.approveMidYear) { version, ...address }: VersionOf<typeof endpoints.approveMidYear>,
    @Body(endpoints.approveMidYear) { code }: BodyOf<typeof endpoints.approveMidYear>,
  ): Promise<MidYearRecord> {
    return this.forms.change(act, by, address, { name: 'approve', lock: version, code });
  }
}
