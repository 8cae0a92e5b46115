import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '@yuheng/shared/contract/deliberations';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DOCUMENT_WANTED } from '@yuheng/shared/domain/evaluating/entry-gaps';
import { engineValue, type EntryValue } from '@yuheng/shared/domain/evaluating/score-entry';
import { scoreRefusals } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { scoreLeaf } from '@yuheng/shared/domain/scoring/score-leaf';
import type { Act } from '../../audit/act';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { takesOf } from './agreement-view.service';
import { LeadActsService } from './lead-acts.service';
import { decimalsOf, marksOfLeaves } from './present-replies';
import { RoundRecordRepository } from './round-record.repository';

type Held = BodyOf<typeof endpoints.recordDeliberation>;

/** 合议: what the team settled, with its record. A later record takes the place of an earlier one, which stays to be read. */
@Injectable()
export class DeliberationsService {
  constructor(
    private readonly lead: LeadActsService,
    private readonly repository: RoundRecordRepository,
    private readonly settings: Settings,
  ) {}

  record(act: Act, account: SignedIn, round: string, held: Held): Promise<AgreementPage> {
    act.note({ reason: held.reason });
    const value = held.value === undefined ? null : engineValue(held.value);
    return this.lead.on(act, account, { round, ...held }, async (tx, { method, deliberations }) => {
      const refusals = heldRefusals(held, method, this.settings.clock.today());
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      const before = deliberations.filter(
        (one) => one.county === held.county && one.indicator === held.indicator,
      );
      const { county, indicator, finalScore = null } = held;
      act.note({ after: { county, indicator, finalScore, value, minutes: held.minutesNumber } });
      await this.repository.addDeliberation(tx, {
        cityId: this.settings.cityId,
        roundId: round,
        countyId: county,
        indicatorId: indicator,
        number: (before.at(-1)?.number ?? 0) + 1,
        heldOn: held.heldOn,
        members: held.members,
        minutesNumber: held.minutesNumber,
        text: held.text,
        finalScore,
        value,
        reason: held.reason,
        recordedBy: account.username,
        recordedAt: this.settings.clock.now(),
      });
    });
  }
}

function heldRefusals(held: Held, method: Method, today: IsoDate): Refusal[] {
  const found: Refusal[] = [];
  if (held.heldOn > today) {
    found.push(
      refusal(
        '/heldOn',
        '合议日期不能晚于今天，请改正。',
        'The day of the deliberation cannot lie in the future: correct it.',
      ),
    );
  }
  if (new Set(held.members).size < 2) {
    found.push(
      refusal(
        '/members',
        '合议至少应有两人参加，同一人不得重复填写。',
        'At least two different people deliberate; name each once.',
      ),
    );
  }
  return [...found, ...settledRefusals(held, method)];
}

/** Where people give values of the rule's own shape, one of them is settled on; elsewhere a score, or that it stays. */
function settledRefusals({ indicator, finalScore, value }: Held, method: Method): Refusal[] {
  const takes = takesOf(method, indicator);
  if (takes === 'score') {
    if (value !== undefined) {
      return [
        refusal(
          '/value',
          '该指标合议确定的是得分，请填写得分，不填取值。',
          'On this indicator a score is settled: give the score and no value.',
        ),
      ];
    }
    if (finalScore === undefined) return [];
    const of = {
      marks: marksOfLeaves(method).get(indicator) ?? '0',
      finalScore: null,
      scoreDecimals: decimalsOf(method),
    };
    return [...scoreRefusals(finalScore, of, '/finalScore')];
  }
  if (value === undefined || finalScore !== undefined) {
    return [
      refusal(
        finalScore === undefined ? '/value' : '/finalScore',
        '该指标合议确定的是取值，请按评分标准填写取值，得分由系统计算。',
        'On this indicator a value is settled, and the rule gives the score: give the value.',
      ),
    ];
  }
  return valueRefusals(indicator, value, method);
}

function valueRefusals(indicator: string, value: EntryValue, method: Method): Refusal[] {
  const compiled = compileMethod(method);
  const leaf = compiled.ok ? compiled.value.leafById.get(indicator) : undefined;
  if (!compiled.ok || !leaf) throw new ProblemException('not-found');
  const isVeto = leaf.indicator.rule?.kind === 'veto';
  if (isVeto && value.occurred === true && value.documentNumber === undefined) return [DOCUMENT_WANTED];
  if (!isVeto && value.documentNumber !== undefined) return [DOCUMENT_OF_NO_VETO];
  const score = scoreLeaf(compiled.value, leaf, engineValue(value), []);
  if (score.state !== 'refused') return [];
  return score.refusals.map(({ pointer, detail }) => ({
    pointer: `/value${pointer.slice(leaf.valuePointer.length)}`,
    detail,
  }));
}

const DOCUMENT_OF_NO_VETO = refusal(
  '/value/documentNumber',
  '只有负面清单才填文号，该指标不填，请删去。',
  'Only a veto carries a document number; leave it out.',
);
