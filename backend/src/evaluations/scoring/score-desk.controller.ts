import { Controller, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { asAttachment } from '../../http/attachment';
import { Account, Acting, Body, Params, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { ScoreConfirmationService } from './score-confirmation.service';
import { ScoreDeskService } from './score-desk.service';
import { ScoreFactsService } from './score-facts.service';
import { ScoreSubmissionService } from './score-submission.service';
import { ScoreWritingService } from './score-writing.service';

@Controller()
export class ScoreDeskController {
  constructor(
    private readonly desk: ScoreDeskService,
    private readonly facts: ScoreFactsService,
    private readonly writing: ScoreWritingService,
    private readonly confirmation: ScoreConfirmationService,
    private readonly submission: ScoreSubmissionService,
  ) {}

  @Route(endpoints.readScoreDesk)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readScoreDesk) { round }: ParamsOf<typeof endpoints.readScoreDesk>,
  ): Promise<ResponseOf<typeof endpoints.readScoreDesk>> {
    return this.desk.read(account, round);
  }

  @Route(endpoints.readScoreFacts)
  readFacts(
    @Account() account: SignedIn,
    @Params(endpoints.readScoreFacts) params: ParamsOf<typeof endpoints.readScoreFacts>,
  ): Promise<ResponseOf<typeof endpoints.readScoreFacts>> {
    return this.facts.read(account, params);
  }

  @Route(endpoints.downloadScoreEvidence)
  async download(
    @Account() account: SignedIn,
    @Params(endpoints.downloadScoreEvidence) params: ParamsOf<typeof endpoints.downloadScoreEvidence>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, mediaType, content } = await this.facts.download(account, params);
    asAttachment(reply, name);
    void reply.type(mediaType).header('cache-control', 'no-store');
    return Readable.from([content]);
  }

  @Route(endpoints.saveScoreEntry)
  save(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.saveScoreEntry)
    target: ParamsOf<typeof endpoints.saveScoreEntry> & { readonly version: number },
    @Body(endpoints.saveScoreEntry) body: BodyOf<typeof endpoints.saveScoreEntry>,
  ): Promise<ResponseOf<typeof endpoints.saveScoreEntry>> {
    return this.writing.save(act, account, target, body);
  }

  @Route(endpoints.confirmComputedScores)
  confirm(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.confirmComputedScores) { round }: ParamsOf<typeof endpoints.confirmComputedScores>,
    @Body(endpoints.confirmComputedScores) body: BodyOf<typeof endpoints.confirmComputedScores>,
  ): Promise<ResponseOf<typeof endpoints.confirmComputedScores>> {
    return this.confirmation.confirm(act, account, round, body);
  }

  @Route(endpoints.submitScoreSheet)
  submit(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.submitScoreSheet)
    target: ParamsOf<typeof endpoints.submitScoreSheet> & { readonly version: number },
    @Body(endpoints.submitScoreSheet) body: BodyOf<typeof endpoints.submitScoreSheet>,
  ): Promise<ResponseOf<typeof endpoints.submitScoreSheet>> {
    return this.submission.submit(act, account, target, body);
  }
}
