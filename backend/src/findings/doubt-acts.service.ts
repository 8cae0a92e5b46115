import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Doubt, FindingDetail } from '@yuheng/shared/contract/findings';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { checkDeadline } from '@yuheng/shared/domain/findings/deadline';
import { actOnDoubt, type DoubtAct } from '@yuheng/shared/domain/findings/doubt-acts';
import { doubtState } from '@yuheng/shared/domain/findings/doubt-state';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import { isoDate, monthOf, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { acceptedOrRefused } from './accepted-or-refused';
import { checkVersion } from './check-version';
import { DoubtReadingService } from './doubt-reading.service';
import { DoubtsRepository, type DoubtRow } from './doubts.repository';
import { explainByFrom } from './doubts.service';
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

  /** An inspector asks a county about an item of a month that has begun. */
  async raise(
    act: Act,
    account: SignedIn,
    { program, county, month, item, text }: BodyOf<typeof endpoints.raiseDoubt>,
  ): Promise<Doubt> {
    const key = { program, county, month: yearMonth(month), item: `doubt-${randomUUID().slice(0, 8)}` };
    act.note({ object: { kind: 'doubt', id: recordId(key) }, after: { state: 'waiting' } });
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    return this.trail.record(act, account.scope, async (tx) => {
      const on = this.settings.clock.today();
      const items = await this.repository.items(tx, program);
      if (!items.some(({ id }) => id === item)) throw unknownItem();
      if (key.month > monthOf(on)) throw monthToCome();
      const city = this.settings.cityId;
      const sentence = bilingual(text, text);
      const by = account.username;
      await this.repository.add(tx, { ...key, city }, [
        { id: key.item, item, sentence, records: [], by, on, explainBy: explainByFrom(on) },
      ]);
      return this.reading.read(tx, account, key);
    });
  }

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

const unknownItem = (): ProblemException =>
  new ProblemException('refused', undefined, [
    refusal(
      '/item',
      '督查表中没有该项目；请从督查表的项目中选择。',
      'The inspection sheet has no such item: choose one of its items.',
    ),
  ]);

const monthToCome = (): ProblemException =>
  new ProblemException('refused', undefined, [
    refusal(
      '/month',
      '该月份尚未开始；请填写本月或以前的月份。',
      'This month has not begun: name this month or an earlier one.',
    ),
  ]);
