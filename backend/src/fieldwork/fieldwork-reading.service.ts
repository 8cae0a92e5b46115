import { Injectable } from '@nestjs/common';
import type { CountyFieldwork, FieldworkBoard } from '@yuheng/shared/contract/fieldwork-papers';
import { proposedDocuments } from '@yuheng/shared/domain/evaluating/document-checklist';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { FieldworkAccessService, type OfCounty, type OpenedCounty } from './fieldwork-access.service';
import { FieldworkParts } from './fieldwork-parts';
import type { FieldworkRound } from './fieldwork-round';

/** The pages of fieldwork. */
@Injectable()
export class FieldworkReadingService {
  constructor(
    private readonly source: DataSource,
    private readonly access: FieldworkAccessService,
    private readonly parts: FieldworkParts,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(account: SignedIn, id: string): Promise<FieldworkBoard> {
    const { scope } = await this.access.of(account, id);
    return scoped(this.source, scope, async (tx) => {
      const round = await this.access.round(tx, id);
      const counts = await this.parts.counts(tx, id);
      return {
        ...this.head(round),
        kind: round.kind,
        counties: this.places.counties(scope.counties).map(({ id: county, name }) => ({
          id: county,
          name,
          ...counts(county),
        })),
      };
    });
  }

  async read(account: SignedIn, asked: OfCounty): Promise<CountyFieldwork> {
    const opened = await this.access.open(account, asked);
    return scoped(this.source, opened.scope, async (tx) => {
      const round = await this.access.round(tx, asked.round);
      return this.county(tx, account, { round, opened });
    });
  }

  private async county(
    tx: EntityManager,
    { username }: SignedIn,
    { round, opened }: { readonly round: FieldworkRound; readonly opened: OpenedCounty },
  ): Promise<CountyFieldwork> {
    const { key, reads } = opened;
    const acts = round.finalised ? opened.acts.filter((act) => act === 'original') : opened.acts;
    const mayEnter = acts.includes('enter');
    const parents = new Set(round.method.indicators.map(({ parent }) => parent));
    const own = await this.parts.ofCounty(tx, key, { username, mayEnter });
    return {
      ...this.head(round),
      county: { id: key.countyId, name: this.places.nameOf(key.countyId) },
      reads,
      acts,
      evaluators: reads === 'everything' ? await this.parts.team(tx, key) : [],
      indicators: round.method.indicators
        .filter(({ id }) => !parents.has(id))
        .map((one) => ({ id: one.id, name: nameOf(one) })),
      proposed:
        acts.includes('ask') && own.documents.length === 0 ? [...proposedDocuments(round.method)] : [],
      ...own,
    };
  }

  private head({ id, program, year, finalised }: FieldworkRound) {
    return {
      round: id,
      program,
      year,
      finalised,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
    };
  }
}
