import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '@yuheng/shared/contract/deliberations';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { AgreementViewService } from './agreement-view.service';
import { ExchangesService } from './exchanges.service';
import { RoundDoorService, type RoundEntry } from './round-door.service';
import { RoundStandingService } from './round-standing.service';

/** Where evaluators are apart, and how far they agree: for who leads the round, and for the bureaus. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly source: DataSource,
    private readonly door: RoundDoorService,
    private readonly standings: RoundStandingService,
    private readonly exchanges: ExchangesService,
    private readonly shown: AgreementViewService,
  ) {}

  async read(account: SignedIn, round: string): Promise<AgreementPage> {
    const entry = await this.door.enter(account, round);
    return scoped(this.source, entry.scope, (tx) => this.page(tx, entry, round));
  }

  async page(tx: EntityManager, { leads }: RoundEntry, round: string): Promise<AgreementPage> {
    const standing = await this.standings.of(tx, round);
    const said = await this.standings.marksOf(tx, standing.head);
    return {
      ...this.exchanges.head(standing),
      ...(await this.shown.of(tx, standing.head, said)),
      mayDecide: leads && (standing.finalisations.length === 0 || standing.current !== null),
    };
  }
}
