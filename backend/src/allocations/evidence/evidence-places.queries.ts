import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';

export interface CountyPlace {
  readonly county: string;
  /** 司法所 with a name in force that day; null: none of the county's is known. */
  readonly justiceOffices: number | null;
}

@Injectable()
export class EvidencePlacesQueries {
  /** The counties among the given ids, in official order. */
  async counties(tx: EntityManager, ids: readonly string[], day: IsoDate): Promise<CountyPlace[]> {
    return tx.query(
      `select c.place_id as county, nullif((
         select count(*)::int from place o where o.parent_id = c.place_id and o.kind = 'office' and exists (
           select 1 from place_name n where n.place_id = o.place_id
             and n.valid_from <= $2::date and (n.valid_until is null or n.valid_until >= $2::date))), 0) as "justiceOffices"
       from place c where c.kind = 'county' and c.place_id = any($1) order by c.sort_order`,
      [ids, day],
    );
  }
}
