import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';

/** What a county says of a month that does not come out even. */
interface Explanation {
  readonly county: string;
  readonly program: ProgramId;
  readonly month: string;
  readonly text: string;
  readonly by: string;
}

@Injectable()
export class ReconciliationRepository {
  constructor(private readonly settings: Settings) {}

  /** Adds a version; those before it stay. */
  async explain(tx: EntityManager, { county, program, month, text, by }: Explanation): Promise<void> {
    await tx.query(
      `insert into reconciliation_explanation (city_id, county_id, program_id, month, version, text, explained_by, explained_at)
       select $1, $2, $3, $4, coalesce(max(version), 0) + 1, $5, $6, $7 from reconciliation_explanation
       where city_id = $1 and county_id = $2 and program_id = $3 and month = $4`,
      [this.settings.cityId, county, program, month, text, by, this.settings.clock.now()],
    );
  }
}
