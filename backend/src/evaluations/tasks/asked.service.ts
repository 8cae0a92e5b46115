import { Injectable } from '@nestjs/common';
import type { Asked } from '@yuheng/shared/domain/duties/asked-duties';
import type { EntityManager } from 'typeorm';
import { AskedQueries, type AskedWanted, type FormRow } from './asked.queries';

/** What a county is asked beside the figures of its months. */
export interface AskedOfCounties {
  /** By rounds, of whatever year. */
  readonly asked: readonly Asked[];
  /** Yearly forms that were begun. */
  readonly forms: readonly FormRow[];
}

/** What rounds and yearly forms ask of counties, for whatever lists it. */
@Injectable()
export class AskedService {
  constructor(private readonly queries: AskedQueries) {}

  /** Inside the caller's transaction, whose scope says of which counties; forms of the years from one to another. */
  async read(
    tx: EntityManager,
    wanted: AskedWanted & { readonly from: number; readonly to: number },
  ): Promise<AskedOfCounties> {
    return {
      asked: await this.queries.ofCounties(tx, wanted),
      forms: await this.queries.forms(tx, wanted),
    };
  }
}
