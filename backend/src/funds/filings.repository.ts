import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Filing } from '@yuheng/shared/contract/ledger';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';

type NewFiling = BodyOf<typeof endpoints.createFiling> & { readonly by: string };

@Injectable()
export class FilingsRepository {
  constructor(private readonly settings: Settings) {}

  /** Of every county of the scope, filed or not. */
  async ofYear(tx: EntityManager, program: ProgramId, year: number): Promise<Omit<Filing, 'name'>[]> {
    return tx.query(
      `select county_id as county, document, recipient, to_char(filed_on, 'YYYY-MM-DD') as "filedOn",
         document_number as "documentNumber", filed_by as "filedBy"
       from filing where program_id = $1 and year = $2 order by document, recipient`,
      [program, year],
    );
  }

  /** @returns false: it was filed before. */
  async file(tx: EntityManager, filing: NewFiling): Promise<boolean> {
    const { program, year, county, document, recipient, filedOn, documentNumber, by } = filing;
    const filed: unknown[] = await tx.query(
      `insert into filing (city_id, county_id, program_id, year, document, recipient, filed_on, document_number, filed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (city_id, county_id, program_id, year, document, recipient) do update
         set filed_on = excluded.filed_on, document_number = excluded.document_number, filed_by = excluded.filed_by
         where filing.filed_on is null
       returning filing.county_id`,
      [this.settings.cityId, county, program, year, document, recipient, filedOn, documentNumber, by],
    );
    return filed.length > 0;
  }
}
