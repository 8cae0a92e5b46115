import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { computedScores } from '@yuheng/shared/domain/evaluating/computed-scores';
import { markedBy } from '@yuheng/shared/domain/evaluating/score-entry';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { presentEntry } from './present-score-sheet';
import { DeskSources } from './desk-sources';
import { requireCounty, requireScoring } from './score-access.service';
import { ScoreGate } from './score-gate';
import { requireLeaf, ScoreWritingService } from './score-writing.service';

type Body = BodyOf<typeof endpoints.confirmComputedScores>;
type Confirmed = ResponseOf<typeof endpoints.confirmComputedScores>;

/** Confirms what the program computed, as it was seen: all of an indicator or of a county in one act, or none of it. */
@Injectable()
export class ScoreConfirmationService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly gate: ScoreGate,
    private readonly writing: ScoreWritingService,
    private readonly of: DeskSources,
  ) {}

  async confirm(act: Act, account: SignedIn, round: string, body: Body): Promise<Confirmed> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const { access, scope } = await this.gate.open(account, round);
    const today = this.of.settings.clock.today();
    for (const { county } of body.entries) requireCounty(access, county);
    requireScoring(access, today, body.methodVersion);
    return this.trail.record(act, scope, async (tx) => {
      const method = await this.of.methods.read(tx, access.program, access.methodVersion);
      const facts = await this.of.facts.read(tx, {
        program: access.program,
        year: access.year,
        round,
        asOf: today,
      });
      const computed = new Map(
        [...new Set(body.entries.map(({ county }) => county))].map((county) => [
          county,
          computedScores(
            method.definition,
            method.compiled,
            facts.find((one) => one.county === county),
          ).leaves,
        ]),
      );
      const refusals = body.entries.flatMap(({ county, indicator, score }, index): Refusal[] => {
        const first = body.entries.findIndex((one) => one.county === county && one.indicator === indicator);
        if (first < index) return [twice(index)];
        const leaf = requireLeaf(method, indicator, requireCounty(access, county).sections);
        if (markedBy(leaf.indicator) === 'people') return [notComputed(index)];
        const now = computed.get(county)?.[indicator]?.score ?? null;
        return now === score ? [] : [changedScore(index, score, now)];
      });
      if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
      const entries: Confirmed['entries'] = [];
      for (const { county, indicator, version, score } of body.entries) {
        const entry = { version, value: { computed: score }, remarks: [], confirmed: true };
        const key = this.writing.keyOf(account, access, county, indicator);
        const written = await this.writing.write(tx, key, entry, method);
        entries.push({ county, entry: presentEntry(written) });
      }
      act.note({ after: { confirmed: entries.length } });
      return { entries };
    });
  }
}

const twice = (index: number): Refusal =>
  refusal(
    `/entries/${index}`,
    '同一县（市、区）的同一指标确认了两次，请只保留一次。',
    'The same indicator of the same county is confirmed twice: leave it in once.',
  );

const notComputed = (index: number): Refusal =>
  refusal(
    `/entries/${index}/indicator`,
    '该指标由评价人员打分，不需要确认，请直接打分。',
    'Evaluators mark this indicator, so there is nothing to confirm; enter the mark.',
  );

const changedScore = (index: number, seen: string | null, now: string | null): Refusal =>
  refusal(
    `/entries/${index}/score`,
    `系统计算的得分已由${seen ?? '无'}变为${now ?? '无'}，未予确认；请刷新页面，核对后再确认。`,
    `The computed score changed from ${seen ?? 'none'} to ${now ?? 'none'}, so nothing was confirmed; read the page again and check it.`,
  );
