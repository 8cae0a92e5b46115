import { Injectable } from '@nestjs/common';
import { canonicalJson, type CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { refusal } from '@yuheng/shared/domain/refusal';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SelfEvaluationSummaryService } from '../../goals/self-evaluation/self-evaluation-summary.service';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { RoundFullRow } from './rounds.queries';
import { SelfSummariesRepository } from './self-summaries.repository';

/** 定案 of a self-evaluation: the city’s summary of the approved forms is kept as it stands. */
@Injectable()
export class FinaliseSelfRoundService {
  constructor(
    private readonly summaries: SelfEvaluationSummaryService,
    private readonly repository: SelfSummariesRepository,
  ) {}

  /** @throws ProblemException refused without a document number, while a form is not approved, and the second time */
  async finalise(
    tx: EntityManager,
    account: SignedIn,
    { id, program, year }: Pick<RoundFullRow, 'id' | 'program' | 'year'>,
    { takenOn, documentNumber }: { readonly takenOn: string; readonly documentNumber?: string | undefined },
  ): Promise<void> {
    if (documentNumber === undefined) throw refusedWith(NO_NUMBER);
    const { open, snapshot } = await this.summaries.frozen(tx, account, { program, year });
    if (open.length > 0) throw refusedWith(notApproved(open));
    const isNew = await this.repository.add(tx, {
      cityId: account.cityId,
      roundId: id,
      snapshot,
      sha256: createHash('sha256')
        .update(canonicalJson(snapshot as CanonicalValue))
        .digest('hex'),
      finalisedOn: takenOn,
      documentNumber,
      finalisedBy: account.username,
      finalisedAt: new Date(),
    });
    if (!isNew) throw refusedWith(ALREADY_FINAL);
  }
}

const refusedWith = (one: ReturnType<typeof refusal>): ProblemException =>
  new ProblemException('refused', one.detail, [one]);

const notApproved = (names: readonly string[]) =>
  refusal(
    '/step',
    `${names.join('、')}的绩效自评表尚未审核，全部审核后才能定案。`,
    `Approve every self-evaluation first; these are not: ${names.join(', ')}.`,
  );
const NO_NUMBER = refusal('/documentNumber', '定案须登记文号。', 'Give the number of the document.');
const ALREADY_FINAL = refusal(
  '/step',
  '汇总自评表已经定案，不能再次登记。',
  'The summary is final already: it cannot be registered again.',
);
