import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Doubt, DoubtList } from '@yuheng/shared/contract/findings';
import { doubtState, isOpenDoubt } from '@yuheng/shared/domain/findings/doubt-state';
import type { RecordOfMonth } from '@yuheng/shared/domain/findings/record-id';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DoubtsRepository, type ItemName } from './doubts.repository';
import { presentDoubt, type DoubtReader } from './present-doubt';

/** Doubts of one answer. */
const PAGE = 100;

@Injectable()
export class DoubtReadingService {
  constructor(
    private readonly source: DataSource,
    private readonly repository: DoubtsRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(
    account: SignedIn,
    { program, county, state, cursor = 0 }: QueryOf<typeof endpoints.listDoubts>,
  ): Promise<DoubtList> {
    return scoped(this.source, account.scope, async (tx) => {
      const rows = await this.repository.list(tx, { program, county: county ?? null });
      const items = await this.repository.items(tx, program);
      const wanted = rows.filter((row) => !state || doubtState(row) === state);
      const reader = this.reader(account, items);
      return {
        program,
        asOf: reader.asOf,
        demonstration: this.settings.demonstration,
        open: rows.filter(isOpenDoubt).length,
        items,
        doubts: wanted.slice(cursor, cursor + PAGE).map((row) => presentDoubt(row, reader)),
        next: cursor + PAGE < wanted.length ? cursor + PAGE : null,
      };
    });
  }

  /** @throws ProblemException not-found for a doubt that is not there, or is of a foreign county. */
  async read(tx: EntityManager, account: SignedIn, key: RecordOfMonth): Promise<Doubt> {
    const row = await this.repository.find(tx, key);
    if (!row) throw new ProblemException('not-found');
    return presentDoubt(row, this.reader(account, await this.repository.items(tx, key.program)));
  }

  private reader(account: SignedIn, items: readonly ItemName[]): DoubtReader {
    return {
      account,
      asOf: this.settings.clock.today(),
      items,
      nameOf: (county) => this.places.nameOf(county),
    };
  }
}
