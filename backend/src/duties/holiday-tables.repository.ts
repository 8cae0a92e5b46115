import { Injectable } from '@nestjs/common';
import type { HolidayTable } from '@yuheng/shared/domain/period/working-days';
import type { EntityManager } from 'typeorm';
import { HolidayTableEntity } from './holiday-table.entity';

export interface LoadedTable extends HolidayTable {
  readonly version: number;
  readonly loadedBy: string;
}

export interface TableToLoad extends LoadedTable {
  readonly reason: string;
  readonly loadedAt: Date;
}

@Injectable()
export class HolidayTablesRepository {
  /** The newest version of each year for which a table was loaded. */
  async current(tx: EntityManager): Promise<LoadedTable[]> {
    return tx.query(
      `select distinct on (h.year) h.year, h.version, h.document, h.days_off as off, h.days_worked as worked,
         coalesce((select n.name from account_names(array[h.loaded_by]) n), h.loaded_by) as "loadedBy"
       from holiday_table h order by h.year, h.version desc`,
    );
  }

  async insert(tx: EntityManager, cityId: string, { off, worked, ...table }: TableToLoad): Promise<void> {
    await tx.insert(HolidayTableEntity, { cityId, ...table, daysOff: off, daysWorked: worked });
  }
}
