import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { ScoreSheetsService } from './score-sheets.service';

@Controller()
export class ScoreSheetsController {
  constructor(private readonly sheets: ScoreSheetsService) {}

  @Route(endpoints.listScoreSheets)
  list(
    @Account() account: SignedIn,
    @Params(endpoints.listScoreSheets) { round }: ParamsOf<typeof endpoints.listScoreSheets>,
  ): Promise<ResponseOf<typeof endpoints.listScoreSheets>> {
    return this.sheets.list(account, round);
  }

  @Route(endpoints.readScoreSheet)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readScoreSheet) params: ParamsOf<typeof endpoints.readScoreSheet>,
  ): Promise<ResponseOf<typeof endpoints.readScoreSheet>> {
    return this.sheets.read(account, params);
  }

  @Route(endpoints.reopenScoreSheet)
  reopen(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.reopenScoreSheet)
    target: ParamsOf<typeof endpoints.reopenScoreSheet> & { readonly version: number },
    @Body(endpoints.reopenScoreSheet) body: BodyOf<typeof endpoints.reopenScoreSheet>,
  ): Promise<ResponseOf<typeof endpoints.reopenScoreSheet>> {
    return this.sheets.reopen(act, account, target, body);
  }
}
