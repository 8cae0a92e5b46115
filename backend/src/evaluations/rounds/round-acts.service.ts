import { Injectable } from '@nestjs/common';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { PlacesService } from '../../regions/places.service';
import { organisedKinds } from './organised-kinds';
import { presentRound, type RoundReader, type RoundRows } from './present-round';
import { RoundsQueries, type RoundFullRow } from './rounds.queries';
import { RoundsRepository } from './rounds.repository';

/** One round, and in which version it is to be changed; null where any will do. */
export interface RoundTarget {
  readonly round: string;
  readonly version: number | null;
}

/** What every act on a round has in common: found, held, organised by who acts, and answered as it then stands. */
@Injectable()
export class RoundActs {
  constructor(
    private readonly trail: AuditTrail,
    private readonly queries: RoundsQueries,
    private readonly repository: RoundsRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /**
   * An act of who organises the round, whom nobody overtakes until it is done.
   * @throws ProblemException not-found; forbidden for another's kind of evaluation; conflict for an old version.
   */
  organise(
    act: Act,
    account: SignedIn,
    { round, version }: RoundTarget,
    work: (tx: EntityManager, rows: RoundRows) => Promise<void>,
  ): Promise<EvaluationRoundRecord> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    return this.trail.record(act, account.scope, async (tx) => {
      const rows = await this.held(tx, account, round);
      this.demandOrganiser(account, rows.round);
      if (version !== null && version !== rows.round.version) {
        throw new ProblemException('conflict', CHANGED_MEANWHILE);
      }
      await work(tx, rows);
      return this.record(tx, account, round);
    });
  }

  /** The round, which nobody changes until the transaction ends. @throws ProblemException not-found */
  async held(tx: EntityManager, account: SignedIn, round: string): Promise<RoundRows> {
    await this.repository.hold(tx, round);
    return this.rows(tx, account, round);
  }

  /** @throws ProblemException `forbidden` for who organises another kind of evaluation. */
  demandOrganiser(account: SignedIn, { kind }: Pick<RoundFullRow, 'kind'>): void {
    if (!organisedKinds(account.roles).includes(kind)) throw new ProblemException('forbidden', NOT_YOURS);
  }

  /** As the account may see it. @throws ProblemException not-found */
  async record(tx: EntityManager, account: SignedIn, round: string): Promise<EvaluationRoundRecord> {
    return presentRound(await this.rows(tx, account, round), this.reader(account));
  }

  /** @throws ProblemException not-found */
  async rows(tx: EntityManager, account: SignedIn, id: string): Promise<RoundRows> {
    const round = await this.queries.find(tx, id);
    if (!round) throw new ProblemException('not-found');
    return {
      round,
      members: await this.queries.members(tx, account.cityId, id),
      assignments: await this.queries.assignments(tx, account.cityId, id),
      counties: this.counties(account),
      packs: await this.queries.packs(tx, account.cityId, id),
    };
  }

  /** Every county of the city, in official order: a round has all of them. A county's own people are told of theirs alone. */
  private counties(account: SignedIn): { id: string; name: string }[] {
    const { cityId, scope } = account;
    const { isCounty } = this.reader(account);
    return this.places
      .all()
      .filter(
        ({ id, kind, parent }) =>
          kind === 'county' && parent === cityId && (!isCounty || scope.counties.includes(id)),
      )
      .map(({ id, name }) => ({ id, name }));
  }

  today(): string {
    return this.settings.clock.today();
  }

  reader({ accountId, roles, place }: SignedIn): RoundReader {
    return {
      accountId,
      roles,
      isCounty: place.kind === 'county' || place.kind === 'office',
      today: this.today(),
      demonstration: this.settings.demonstration,
    };
  }
}

const CHANGED_MEANWHILE = bilingual(
  '评价批次已被他人修改，请刷新后核对再办理。',
  'Somebody has changed the round meanwhile: read it again, then go on.',
);
const NOT_YOURS = bilingual(
  '部门评价和单位自评由司法局组织，财政评价由财政局组织；此批次不由您的单位组织，请与组织单位联系。',
  'Department and self-evaluations are organised by the justice bureau, the re-check by the finance bureau: this round is not yours to organise.',
);
