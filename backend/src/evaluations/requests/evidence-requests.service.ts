import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { EvidenceRequest } from '@yuheng/shared/contract/evidence-requests';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { inBothLanguages } from '@yuheng/shared/domain/scoring/method';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { type EvidenceRequestRow, EvidenceRequestsRepository } from './evidence-requests.repository';

type Listed = ResponseOf<typeof endpoints.listEvidenceRequests>;
interface Target {
  readonly request: string;
  readonly version: number;
}

/** What evaluators ask of counties: a thing to do of the county until it is answered. The county is not told who asks. */
@Injectable()
export class EvidenceRequestsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly repository: EvidenceRequestsRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(account: SignedIn): Promise<Listed> {
    const rows = await scoped(this.source, account.scope, (tx) => this.repository.list(tx));
    return { asOf: this.settings.clock.today(), requests: rows.map((row) => this.present(row)) };
  }

  /** Inside a transaction in whose scope the county is. */
  async ofIndicator(
    tx: EntityManager,
    wanted: { readonly round: string; readonly county: string; readonly indicator: string },
  ): Promise<EvidenceRequest[]> {
    return (await this.repository.ofIndicator(tx, wanted)).map((row) => this.present(row));
  }

  /** Stores a request inside the transaction of who has passed the gate. */
  async insert(
    tx: EntityManager,
    account: SignedIn,
    round: string,
    { county, indicator, text, dueOn }: BodyOf<typeof endpoints.requestEvidence>,
  ): Promise<EvidenceRequest> {
    const id = randomUUID();
    const { cityId: city } = this.settings;
    await this.repository.insert(tx, {
      city,
      round,
      county,
      id,
      indicator,
      account: account.accountId,
      text,
      dueOn,
    });
    return this.found(tx, id);
  }

  /** @throws ProblemException not-found outside of the scope; conflict where it was answered or changed meanwhile */
  answer(
    act: Act,
    account: SignedIn,
    { request, version }: Target,
    { text, evidence }: BodyOf<typeof endpoints.answerEvidenceRequest>,
  ): Promise<EvidenceRequest> {
    act.note({ object: { kind: 'evidenceRequest', id: request } });
    return this.trail.record(act, account.scope, async (tx) => {
      const before = await this.found(tx, request);
      if (before.answer !== null) throw answered();
      const answer = { text, evidence, by: account.username };
      if (!(await this.repository.answer(tx, request, version, answer)))
        throw changedMeanwhile(before.version);
      act.note({ after: { answer: text, evidence } });
      return this.found(tx, request);
    });
  }

  private async found(tx: EntityManager, id: string): Promise<EvidenceRequest> {
    const row = await this.repository.find(tx, id);
    if (!row) throw new ProblemException('not-found');
    return this.present(row);
  }

  private present({ indicatorName, ...row }: EvidenceRequestRow): EvidenceRequest {
    const overdue = row.dueOn < this.settings.clock.today();
    return {
      ...row,
      countyName: this.places.nameOf(row.county),
      indicatorName: inBothLanguages(indicatorName ?? row.indicator),
      state: row.answer !== null ? 'answered' : overdue ? 'overdue' : 'open',
    };
  }
}

const conflict = (pointer: string, zh: string, en: string): ProblemException =>
  new ProblemException('conflict', bilingual(zh, en), [refusal(pointer, zh, en)]);

const answered = (): ProblemException =>
  conflict(
    '/answer',
    '该补充佐证要求已经答复，不能再次答复；确需补充的，请与评价组联系。',
    'This request is answered already and is answered once; ask the team where something is to be added.',
  );

const changedMeanwhile = (version: number): ProblemException =>
  conflict(
    '/headers/if-match',
    `内容已被他人修改，现为第${version}版；请重新读取后再答复。`,
    `Somebody else changed it meanwhile, it is version ${version} now: read it again and answer once more.`,
  );
