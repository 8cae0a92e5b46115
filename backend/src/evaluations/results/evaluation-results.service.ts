import { Injectable } from '@nestjs/common';
import type { EvaluationResults } from '@yuheng/shared/contract/evaluation-results';
import { mayDo } from '@yuheng/shared/contract/roles';
import { DataSource, type EntityManager } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { organises } from './round-order';
import { presentResults } from './present-results';
import { ResultReadingService } from './result-reading.service';
import { RoundDoorService, type RoundEntry } from './round-door.service';

interface Wanted {
  readonly round: string;
  /** Of a finalisation; the newest where none is named. */
  readonly number?: number | undefined;
}

/** The result of a round: before 定案 the draft, without ranks and grades. */
@Injectable()
export class EvaluationResultsService {
  constructor(
    private readonly source: DataSource,
    private readonly door: RoundDoorService,
    private readonly reading: ResultReadingService,
  ) {}

  async read(account: SignedIn, wanted: Wanted): Promise<EvaluationResults> {
    const entry = await this.door.enter(account, wanted.round);
    return scoped(this.source, entry.scope, (tx) => this.page(tx, account, entry, wanted));
  }

  async page(
    tx: EntityManager,
    account: SignedIn,
    entry: RoundEntry,
    { round, number }: Wanted,
  ): Promise<EvaluationResults> {
    const standing = await this.reading.standing(tx, round);
    const shown = this.reading.choose(standing, number);
    const found = shown && (await this.reading.run(tx, shown.run));
    const watches = entry.leads || organises(standing.head.kind, account);
    const isOrganiser = organises(standing.head.kind, account);
    const mayFinalise = isOrganiser && mayDo('evaluationResult:finalise', account.roles);
    const open = standing.finalisations.length === 0 || standing.current !== null;
    return presentResults({
      head: this.reading.head(standing),
      finalisation: shown?.finalisation ?? null,
      numbers: standing.finalisations,
      found,
      before: await this.reading.yearBefore(tx, standing),
      draft: await this.reading.draftOf(tx, standing, shown?.finalisation ?? null),
      counties: this.reading.counties(entry),
      obstacles: watches && open ? await this.reading.obstacles(tx, standing, found) : [],
      acts: [
        ...(mayFinalise && open && standing.current !== null ? (['finalise'] as const) : []),
        ...(mayFinalise && shown !== null ? (['raiseFinding'] as const) : []),
      ],
    });
  }
}
