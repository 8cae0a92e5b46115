import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { EvidenceRequest } from '@yuheng/shared/contract/evidence-requests';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { DeskSources } from '../scoring/desk-sources';
import { requireCounty, requireScoring } from '../scoring/score-access.service';
import { ScoreGate } from '../scoring/score-gate';
import { requireLeaf } from '../scoring/score-writing.service';
import { EvidenceRequestsService } from './evidence-requests.service';

/** An evaluator asks an assigned county for more evidence, while scoring is under way. */
@Injectable()
export class EvidenceAskingService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly gate: ScoreGate,
    private readonly of: DeskSources,
    private readonly requests: EvidenceRequestsService,
  ) {}

  async ask(
    act: Act,
    account: SignedIn,
    round: string,
    body: BodyOf<typeof endpoints.requestEvidence>,
  ): Promise<EvidenceRequest> {
    const { access, scope } = await this.gate.open(account, round);
    const { sections } = requireCounty(access, body.county);
    const today = this.of.settings.clock.today();
    requireScoring(access, today, access.methodVersion);
    return this.trail.record(act, scope, async (tx) => {
      requireLeaf(
        await this.of.methods.read(tx, access.program, access.methodVersion),
        body.indicator,
        sections,
      );
      refuseDay(body.dueOn, today, access.scoreBy);
      const asked = await this.requests.insert(tx, account, round, body);
      act.note({ object: { kind: 'evidenceRequest', id: asked.id }, after: body });
      return asked;
    });
  }
}

/** @throws ProblemException refused for a day that has passed, or one after which nothing is marked any more */
function refuseDay(dueOn: string, today: string, scoreBy: string | null): void {
  if (dueOn >= today && (scoreBy === null || dueOn <= scoreBy)) return;
  const until = scoreBy ?? '';
  const wrong =
    dueOn < today
      ? refusal(
          '/dueOn',
          `答复期限不得早于今天（${dayInWords(today).zh}），请改正。`,
          `The last day for the answer must not lie before today, ${today}; correct it.`,
        )
      : refusal(
          '/dueOn',
          `答复期限不得晚于打分截止日期（${dayInWords(until).zh}），请改正。`,
          `The last day for the answer must not lie after the last day for marks, ${until}; correct it.`,
        );
  throw new ProblemException('refused', wrong.detail, [wrong]);
}
