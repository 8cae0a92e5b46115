import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { SheetStagesService } from './sheet-stages.service';

/** A sheet in the version that was read; every act on it names both alike. */
type SheetVersion = ParamsOf<typeof endpoints.submitSheet> &
  QueryOf<typeof endpoints.submitSheet> & { readonly version: number };

@Controller()
export class SheetStagesController {
  constructor(private readonly stages: SheetStagesService) {}

  @Route(endpoints.submitSheet)
  submit(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.submitSheet) { version, ...key }: SheetVersion,
  ): Promise<Sheet> {
    return this.stages.move(act, account, key, { act: 'submit', version });
  }

  @Route(endpoints.confirmSheetUnchanged)
  confirmUnchanged(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.confirmSheetUnchanged) { version, ...key }: SheetVersion,
  ): Promise<Sheet> {
    return this.stages.move(act, account, key, { act: 'confirmUnchanged', version });
  }

  @Route(endpoints.returnSheet)
  giveBack(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.returnSheet) { version, ...key }: SheetVersion,
    @Body(endpoints.returnSheet) body: BodyOf<typeof endpoints.returnSheet>,
  ): Promise<Sheet> {
    return this.stages.move(act, account, key, { act: 'return', version, ...body });
  }

  @Route(endpoints.approveSheet)
  approve(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.approveSheet) { version, ...key }: SheetVersion,
  ): Promise<Sheet> {
    return this.stages.move(act, account, key, { act: 'approve', version });
  }

  @Route(endpoints.reopenSheet)
  reopen(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.reopenSheet) { version, ...key }: SheetVersion,
    @Body(endpoints.reopenSheet) body: BodyOf<typeof endpoints.reopenSheet>,
  ): Promise<Sheet> {
    return this.stages.move(act, account, key, { act: 'reopen', version, ...body });
  }
}
