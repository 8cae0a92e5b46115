import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { ScorePhrasesService } from './score-phrases.service';

@Controller()
export class ScorePhrasesController {
  constructor(private readonly phrases: ScorePhrasesService) {}

  @Route(endpoints.listScorePhrases)
  list(
    @Account() account: SignedIn,
    @Params(endpoints.listScorePhrases) { round }: ParamsOf<typeof endpoints.listScorePhrases>,
  ): Promise<ResponseOf<typeof endpoints.listScorePhrases>> {
    return this.phrases.list(account, round);
  }

  @Route(endpoints.addScorePhrase)
  add(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.addScorePhrase) { round }: ParamsOf<typeof endpoints.addScorePhrase>,
    @Body(endpoints.addScorePhrase) body: BodyOf<typeof endpoints.addScorePhrase>,
  ): Promise<ResponseOf<typeof endpoints.addScorePhrase>> {
    return this.phrases.add(act, account, round, body);
  }

  @Route(endpoints.removeScorePhrase)
  remove(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.removeScorePhrase) params: ParamsOf<typeof endpoints.removeScorePhrase>,
  ): Promise<void> {
    return this.phrases.remove(act, account, params);
  }
}
