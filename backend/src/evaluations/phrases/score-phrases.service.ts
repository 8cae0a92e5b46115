import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { phraseRefusals } from '@yuheng/shared/domain/evaluating/phrases';
import { refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { DeskSources } from '../scoring/desk-sources';
import { ScoreGate } from '../scoring/score-gate';
import { ScorePhrasesRepository } from './score-phrases.repository';

type Phrase = ResponseOf<typeof endpoints.addScorePhrase>;

/** The library of phrases for what costs marks: one's own, and those that the firm shares. */
@Injectable()
export class ScorePhrasesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly gate: ScoreGate,
    private readonly of: DeskSources,
    private readonly repository: ScorePhrasesRepository,
  ) {}

  async list(account: SignedIn, round: string): Promise<ResponseOf<typeof endpoints.listScorePhrases>> {
    const { scope } = await this.gate.open(account, round);
    return { phrases: await scoped(this.source, scope, (tx) => this.repository.list(tx, account.accountId)) };
  }

  /** @throws ProblemException refused for a figure that is not known, or an indicator that the method does not have */
  async add(
    act: Act,
    account: SignedIn,
    round: string,
    body: BodyOf<typeof endpoints.addScorePhrase>,
  ): Promise<Phrase> {
    const { access, scope } = await this.gate.open(account, round);
    return this.trail.record(act, scope, async (tx) => {
      const { compiled } = await this.of.methods.read(tx, access.program, access.methodVersion);
      const known = compiled.leaves.map(({ id }) => id);
      const { indicator, shared, ...parts } = body;
      const refusals = [
        ...(indicator === null || known.includes(indicator) ? [] : [unknownIndicator]),
        ...(['point', 'fact', 'basis'] as const).flatMap((part) =>
          phraseRefusals(parts[part], known, `/${part}`),
        ),
      ];
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      const id = randomUUID();
      const firm = shared ? access.firm : null;
      const { cityId: city } = this.of.settings;
      await this.repository.insert(tx, { city, id, account: account.accountId, firm, indicator, ...parts });
      act.note({ object: { kind: 'scorePhrase', id }, after: body });
      return { id, indicator, ...parts, shared, own: true };
    });
  }

  async remove(
    act: Act,
    account: SignedIn,
    { round, phrase }: ParamsOf<typeof endpoints.removeScorePhrase>,
  ): Promise<void> {
    act.note({ object: { kind: 'scorePhrase', id: phrase } });
    const { scope } = await this.gate.open(account, round);
    await this.trail.record(act, scope, async (tx) => {
      if (!(await this.repository.remove(tx, phrase, account.accountId)))
        throw new ProblemException('not-found');
    });
  }
}

const unknownIndicator = refusal(
  '/indicator',
  '评价办法中没有该指标，请从本批次的指标中选择，或者不限定指标。',
  'The method has no such indicator; choose one of this round, or none.',
);
