import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { EvaluatorAccessService } from '../evaluations/evaluator-access.service';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import type { FieldworkAccess, FieldworkKey, FieldworkRound } from './fieldwork-round';
import { FieldworkRoundsQueries } from './fieldwork-rounds.queries';

/** One county of a round. */
export interface OfCounty {
  readonly round: string;
  readonly county: string;
}

/** The county as it is opened for one request. */
export interface OpenedCounty extends FieldworkAccess {
  readonly key: FieldworkKey;
}

/** Who sees which counties' fieldwork, and what each does there. */
@Injectable()
export class FieldworkAccessService {
  constructor(
    private readonly source: DataSource,
    private readonly rounds: FieldworkRoundsQueries,
    private readonly evaluators: EvaluatorAccessService,
    private readonly settings: Settings,
  ) {}

  /** Evaluators see the counties that they declared for and have in hand; row security hides the rest. */
  async of(account: SignedIn, round: string): Promise<FieldworkAccess> {
    const { scope, roles } = account;
    if (scope.city !== null) {
      return {
        scope,
        reads: 'everything',
        acts: roles.includes('programOfficer') ? ['ask', 'original'] : [],
      };
    }
    if (roles.includes('evaluator') || roles.includes('leadEvaluator')) {
      const access = await scoped(this.source, scope, (tx) => this.evaluators.accessOf(tx, account, round));
      return {
        scope: this.evaluators.scopeFor(account, access),
        reads: 'everything',
        acts: ['ask', 'receive', 'waive', 'enter', 'original'],
      };
    }
    return {
      scope,
      reads: 'documentsAndSlips',
      acts: roles.includes('countyOfficer') ? ['receive'] : [],
    };
  }

  /** @throws ProblemException not-found for a county that is not the account’s */
  async open(account: SignedIn, { round, county }: OfCounty): Promise<OpenedCounty> {
    const access = await this.of(account, round);
    if (!access.scope.counties.includes(county)) throw new ProblemException('not-found');
    return { ...access, key: { cityId: this.settings.cityId, roundId: round, countyId: county } };
  }

  /** @throws ProblemException not-found where the scope has no such round */
  async round(tx: EntityManager, id: string): Promise<FieldworkRound> {
    const round = await this.rounds.find(tx, id);
    if (!round) throw new ProblemException('not-found');
    return round;
  }

  /** The round, still open to entries. @throws ProblemException refused once it is finalised */
  async openRound(tx: EntityManager, id: string): Promise<FieldworkRound> {
    const round = await this.round(tx, id);
    if (round.finalised) throw new ProblemException('refused', FINALISED);
    return round;
  }
}

const FINALISED = bilingual(
  '本评价批次已定案，现场工作不再登记；确需补充的，请联系组织评价的科室。',
  'The round is finalised and its fieldwork is closed; speak to the office that organises the evaluation.',
);
