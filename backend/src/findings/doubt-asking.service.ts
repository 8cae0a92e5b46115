import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Doubt } from '@yuheng/shared/contract/findings';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import { monthOf, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { DoubtReadingService } from './doubt-reading.service';
import { DoubtsRepository } from './doubts.repository';
import { DoubtsService } from './doubts.service';

@Injectable()
export class DoubtAskingService {
  constructor(
    private readonly repository: DoubtsRepository,
    private readonly reading: DoubtReadingService,
    private readonly doubts: DoubtsService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /** An inspector asks a county about an item of a month that has begun, in his own words. */
  async ask(
    act: Act,
    account: SignedIn,
    { program, county, month, item, text }: BodyOf<typeof endpoints.raiseDoubt>,
  ): Promise<Doubt> {
    const key = { program, county, month: yearMonth(month), item: `doubt-${randomUUID().slice(0, 8)}` };
    act.note({ object: { kind: 'doubt', id: recordId(key) }, after: { state: 'waiting' } });
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    return this.trail.record(act, account.scope, async (tx) => {
      const on = this.settings.clock.today();
      if (key.month > monthOf(on)) throw monthToCome();
      const items = await this.repository.items(tx, program);
      if (!items.some(({ id }) => id === item)) throw unknownItem();
      const explainBy = await this.doubts.explainBy(tx, on);
      const sentence = bilingual(text, text);
      const asked = { id: key.item, item, sentence, records: [], by: account.username, on, explainBy };
      await this.repository.add(tx, { ...key, city: this.settings.cityId }, [asked]);
      return this.reading.read(tx, account, key);
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
