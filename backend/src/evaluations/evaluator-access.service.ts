import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../database/scope';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { EvaluatorAccessQueries, type MemberRank, type Turn } from './evaluator-access.queries';
import type { EvaluationKind } from './evaluations.queries';

/** What a member of a round's team may see and mark. */
export interface EvaluatorAccess {
  readonly round: {
    readonly id: string;
    readonly program: 'assistants' | 'mediation';
    readonly year: number;
    readonly kind: EvaluationKind;
    readonly methodVersion: number;
  };
  readonly rank: MemberRank;
  readonly firm: string;
  /** Open to the member, in official order: within reach, declared, and without a conflict. */
  readonly counties: readonly string[];
  /** Within reach, nothing declared yet: of these the member sees no more than the name. */
  readonly undeclared: readonly string[];
  /** Declared with a conflict (回避): closed for good. */
  readonly inConflict: readonly string[];
  /** First-level indicators to be marked, by open county; a lead who marks nothing has none. */
  readonly sections: ReadonlyMap<string, readonly AssignedSection[]>;
}

export interface AssignedSection {
  readonly section: string;
  readonly turn: Turn;
}

/**
 * The gate of interests (利害关系): a member of a team reaches the counties of an own assignment, a lead or reviewer every
 * county of the round; and each of them opens only once the member has declared it without a conflict. Who is withdrawn
 * reaches nothing from that moment on.
 */
@Injectable()
export class EvaluatorAccessService {
  constructor(private readonly queries: EvaluatorAccessQueries) {}

  /**
   * Inside a transaction of the account's own scope.
   * @throws ProblemException `not-found` where the account is not, or no longer, in the team: as if there were no such round.
   */
  async accessOf(tx: EntityManager, account: SignedIn, round: string): Promise<EvaluatorAccess> {
    const access = await this.find(tx, account, round);
    if (!access) throw new ProblemException('not-found');
    return access;
  }

  /** Null where `accessOf` answers not-found. */
  async find(
    tx: EntityManager,
    { accountId }: Pick<SignedIn, 'accountId'>,
    round: string,
  ): Promise<EvaluatorAccess | null> {
    const row = await this.queries.membership(tx, accountId, round);
    if (!row) return null;
    const { counties, rank, firm, program, year, kind, methodVersion } = row;
    const reached = counties.filter(({ assigned }) => rank !== 'member' || assigned.length > 0);
    const open = reached.filter(({ conflict }) => conflict === false);
    return {
      round: { id: row.round, program, year, kind, methodVersion },
      rank,
      firm,
      counties: open.map(({ county }) => county),
      undeclared: reached.filter(({ conflict }) => conflict === null).map(({ county }) => county),
      inConflict: counties.filter(({ conflict }) => conflict === true).map(({ county }) => county),
      sections: new Map(
        open
          .filter(({ assigned }) => assigned.length > 0)
          .map(({ county, assigned }) => [county, assigned] as const),
      ),
    };
  }

  /** The scope of the transaction that reads or writes for this access: row security itself then hides every other county. */
  scopeFor(account: Pick<SignedIn, 'accountId'>, access: EvaluatorAccess): Scope {
    return { counties: access.counties, city: null, account: account.accountId, duties: [] };
  }

  /** The same over every round of a program and year: what a county says of itself belongs to no single round. */
  async scopeOfYear(
    tx: EntityManager,
    account: Pick<SignedIn, 'accountId'>,
    of: { readonly program: string; readonly year: number },
  ): Promise<Scope> {
    const rounds = await this.queries.roundsOf(tx, account.accountId, of);
    const open = new Set<string>();
    for (const round of rounds) {
      for (const county of (await this.find(tx, account, round))?.counties ?? []) open.add(county);
    }
    return { counties: [...open], city: null, account: account.accountId, duties: [] };
  }
}
