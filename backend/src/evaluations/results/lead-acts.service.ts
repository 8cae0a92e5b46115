import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '@yuheng/shared/contract/deliberations';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { AgreementService } from './agreement.service';
import { RoundDoorService } from './round-door.service';
import { RoundRecordRepository } from './round-record.repository';
import { RoundStandingService, type RoundMarks } from './round-standing.service';

export interface LeafOfCounty {
  readonly county: string;
  readonly indicator: string;
}

const FINAL = bilingual(
  '该评价已经定案；需要更正的，由组织评价的单位重新征求意见后再次定案。',
  'The evaluation is final; to correct it the bureau that organises it opens a new draft.',
);

/** An act of who leads a round on one leaf of one county, before 定案. */
@Injectable()
export class LeadActsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly door: RoundDoorService,
    private readonly standings: RoundStandingService,
    private readonly repository: RoundRecordRepository,
    private readonly agreement: AgreementService,
  ) {}

  /** @throws ProblemException not-found for a county out of reach or what is no leaf; refused after 定案. */
  async on(
    act: Act,
    account: SignedIn,
    { round, county, indicator }: LeafOfCounty & { readonly round: string },
    work: (tx: EntityManager, said: RoundMarks) => Promise<void>,
  ): Promise<AgreementPage> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const entry = await this.door.enter(account, round);
    if (!entry.scope.counties.includes(county)) throw new ProblemException('not-found');
    return this.trail.record(act, entry.scope, async (tx) => {
      await this.repository.lock(tx, round);
      const { head, finalisations, current } = await this.standings.of(tx, round);
      if (finalisations.length > 0 && current === null) throw new ProblemException('refused', FINAL);
      const said = await this.standings.marksOf(tx, head);
      const leaf = said.method.indicators.find(({ id }) => id === indicator);
      if (leaf?.rule === undefined) throw new ProblemException('not-found');
      await work(tx, said);
      return this.agreement.page(tx, entry, round);
    });
  }
}
