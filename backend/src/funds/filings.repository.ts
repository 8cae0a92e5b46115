import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Filing } from '@yuheng/shared/contract/ledger';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';

type FilingTakenBack = Omit<BodyOf<typeof endpoints.withdrawFiling>, 'reason'>;

interface FormerFiling {
  readonly documentNumber: string | null;
  readonly filedBy: string | null;
}

type NewFiling = BodyOf<typeof endpoints.createFiling> & { readonly by: string };

@Injectable()
export class FilingsRepository {
  constructor(private readonly settings: Settings) {}

  /** Both documents with both bureaus of every county of the scope that has posts that year, filed or not. */
  async ofYear(tx: EntityManager, program: ProgramId, year: number): Promise<Omit<Filing, 'name'>[]> {
    return tx.query(
      `select k.county_id as county, d.document, r.recipient, to_char(f.filed_on, 'YYYY-MM-DD') as "filedOn",
         f.document_number as "documentNumber", f.filed_by as "filedBy"
       from (select city_id, county_id from program_post where program_id = $1 and year = $2
             union select city_id, county_id from filing where program_id = $1 and year = $2) k
       cross join (values ('implementationPlan'), ('transferDocument')) d(document)
       cross join (values ('cityFinance'), ('cityJustice')) r(recipient)
       left join filing f on f.city_id = k.city_id and f.county_id = k.county_id and f.program_id = $1 and f.year = $2
         and f.document = d.document and f.recipient = r.recipient
       order by d.document, r.recipient`,
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

  /** @returns what was taken back; null: it is not filed, or not on that day. */
  async withdraw(tx: EntityManager, filing: FilingTakenBack): Promise<FormerFiling | null> {
    const { program, year, county, document, recipient, filedOn } = filing;
    const key = [this.settings.cityId, county, program, year, document, recipient];
    const of =
      'city_id = $1 and county_id = $2 and program_id = $3 and year = $4 and document = $5 and recipient = $6';
    const [former] = await tx.query<FormerFiling[]>(
      `select document_number as "documentNumber", filed_by as "filedBy" from filing where ${of} and filed_on = $7 for update`,
      [...key, filedOn],
    );
    if (!former) return null;
    await tx.query(
      `update filing set filed_on = null, document_number = null, filed_by = null where ${of}`,
      key,
    );
    return former;
  }
}
