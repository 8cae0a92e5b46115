import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Doubt, FindingDetail } from '@yuheng/shared/contract/findings';
import { checkDeadline } from '@yuheng/shared/domain/findings/deadline';
import { actOnDoubt, type DoubtAct } from '@yuheng/shared/domain/findings/doubt-acts';
import { doubtState } from '@yuheng/shared/domain/findings/doubt-state';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { acceptedOrRefused } from '../http/accepted-or-refused';
import { checkVersion } from '../http/check-version';
import { DoubtReadingService } from './doubt-reading.service';
import { DoubtsRepository, type DoubtRow } from './doubts.repository';
import { FindingsService } from './findings.service';
import { recordKey } from './record-key';

interface Wanted {
  readonly doubt: string;
  /** The version that the reader saw. */
  readonly version: number;
}

/** What a county and the inspectors do about doubts (疑点（待核实）). */
@Injectable()
export class DoubtActsService {
  constructor(
    private readonly repository: DoubtsRepository,
    private readonly reading: DoubtReadingService,
    private readonly findings: FindingsService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** 说明: the county's word, better a second time where it was not enough. */
  explain(
    act: Act,
    account: SignedIn,
    wanted: Wanted,
    { text, evidence = [] }: BodyOf<typeof endpoints.explainDoubt>,
  ): Promise<Doubt> {
    return this.on(act, account, { ...wanted, act: 'explain' }, async (tx, row) => {
      const [on, by] = [this.settings.clock.today(), account.username];
      await this.repository.explained(tx, row, { on, by });
      await this.repository.append(tx, row, { act: 'explain', by, text, evidence });
      return this.reading.read(tx, account, row);
    });
  }

  /** 已说明: the inspector takes the county's word. */
  accept(
    act: Act,
    account: SignedIn,
    wanted: Wanted,
    { text }: BodyOf<typeof endpoints.acceptDoubt>,
  ): Promise<Doubt> {
    return this.on(act, account, { ...wanted, act: 'accept' }, async (tx, row) => {
      const [on, by] = [this.settings.clock.today(), account.username];
      await this.repository.decided(tx, row, { on, by, decision: 'explained' });
      await this.repository.append(tx, row, { act: 'accept', by, text: text ?? null, evidence: [] });
      return this.reading.read(tx, account, row);
    });
  }

  /** 转为问题: a finding with a deadline, which begins its own way. */
  convert(
    act: Act,
    account: SignedIn,
    wanted: Wanted,
    { summary, deadline, responsible }: BodyOf<typeof endpoints.convertDoubt>,
  ): Promise<FindingDetail> {
    return this.on(act, account, { ...wanted, act: 'convert' }, async (tx, row) => {
      const [on, by] = [this.settings.clock.today(), account.username];
      const until = acceptedOrRefused(checkDeadline(isoDate(deadline), on, '/deadline'));
      await this.repository.decided(tx, row, { on, by, decision: 'converted' });
      await this.repository.append(tx, row, { act: 'convert', by, text: summary, evidence: [] });
      return this.findings.raiseOfDoubt(tx, account, row, {
        summary,
        responsible: responsible ?? null,
        foundOn: on,
        deadline: until,
      });
    });
  }

  private on<Result>(
    act: Act,
    account: SignedIn,
    wanted: Wanted & { readonly act: DoubtAct },
    work: (tx: EntityManager, row: DoubtRow) => Promise<Result>,
  ): Promise<Result> {
    const key = recordKey(wanted.doubt);
    act.note({ object: { kind: 'doubt', id: recordId(key) } });
    return this.trail.record(act, account.scope, async (tx) => {
      const row = await this.repository.lock(tx, key);
      if (!row) throw new ProblemException('not-found');
      checkVersion(row.version, wanted.version);
      const { explainedBy } = row;
      const after = acceptedOrRefused(
        actOnDoubt(row, {
          act: wanted.act,
          by: account.username,
          explainedBy,
          on: this.settings.clock.today(),
        }),
      );
      act.note({ before: { state: doubtState(row) }, after: { state: after } });
      return work(tx, row);
    });
  }
}
