import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Assistant } from '@yuheng/shared/contract/roster';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import { leavePost } from '@yuheng/shared/domain/roster/leave-post';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { AssistantNumbersReader } from './assistant-numbers';
import { RosterActs } from './roster-acts';
import { refuseAll, refuseErased } from './roster-refusals';
import { RosterRepository } from './roster.repository';

const NO_NUMBERS = bilingual(
  '该人员没有登记证件号码和银行卡号，或者已按规定清除。',
  'No identity number and no bank card are recorded of this person, or they have been erased.',
);

/** Single measures on one person, each for a stated reason. */
@Injectable()
export class AssistantMeasuresService {
  constructor(
    private readonly acts: RosterActs,
    private readonly numbers: AssistantNumbersReader,
    private readonly repository: RosterRepository,
    private readonly settings: Settings,
  ) {}

  /** 离岗: ends the period that is open. */
  async takeOffPost(
    act: Act,
    by: SignedIn,
    { assistant, version }: { assistant: string; version: number },
    { lastDay: text, reason }: BodyOf<typeof endpoints.takeOffPost>,
  ): Promise<Assistant> {
    const [lastDay, today] = [isoDate(text), this.settings.clock.today()];
    return this.acts.on(act, by, { assistant, version, reason }, async (row, tx) => {
      refuseErased(row.erased);
      if (lastDay > today) {
        const zh = `${lastDay} 尚未到来（数据截至 ${today}），请在最后在岗日之后办理离岗。`;
        const en = `The day ${lastDay} has not come yet (figures as of ${today}): enter it when it has.`;
        refuseAll([refusal('/lastDay', zh, en)]);
      }
      const left = leavePost(row.periods, lastDay);
      if (!left.ok) throw new ProblemException('refused', left.refusals[0]?.detail, left.refusals);
      const periods = left.value.map((one, at) =>
        row.periods[at]?.until === null ? { ...one, reason } : one,
      );
      const key = { cityId: by.cityId, countyId: row.county, assistantId: row.id };
      await this.repository.change(tx, key);
      await this.repository.setPeriods(tx, key, periods);
      return this.acts.stored(act, tx, row.id, row);
    });
  }

  /** Both whole numbers; that they were seen, by whom and why, stands in the trail before they are answered. */
  async disclose(
    act: Act,
    by: SignedIn,
    assistant: string,
    { reason }: BodyOf<typeof endpoints.discloseAssistant>,
  ): Promise<ResponseOf<typeof endpoints.discloseAssistant>> {
    return this.acts.on(act, by, { assistant, reason }, async (row) => {
      const { identityNumber, bankCard } = this.numbers.of(row);
      if (identityNumber === null && bankCard === null) throw new ProblemException('not-found', NO_NUMBERS);
      act.note({ personalData: true });
      return { identityNumber, bankCard };
    });
  }
}
