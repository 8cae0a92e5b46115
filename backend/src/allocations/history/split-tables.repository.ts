import { Injectable } from '@nestjs/common';
import type { SplitTableRow } from '@yuheng/shared/domain/allocation/history/split-table';
import type { EntityManager } from 'typeorm';
import { SplitTableAmountEntity } from './split-table-amount.entity';
import { SplitTableEntity } from './split-table.entity';

export interface LoadedTable {
  readonly number: number;
  readonly fileName: string;
  /** Day of Beijing time. */
  readonly loadedOn: string;
}

/** One year of a program as the newest table that has it says it. */
export interface LoadedSplit extends LoadedTable {
  readonly year: number;
  readonly amounts: readonly { county: string; fen: number; posts: number | null; source: string }[];
}

export interface NewTable {
  readonly cityId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly loadedBy: string;
  readonly loadedAt: Date;
}

const LOADED_ON = `(t.loaded_at at time zone 'Asia/Shanghai')::date::text as "loadedOn"`;
/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const PORTION = 1000;

/** Tables are only ever added. */
@Injectable()
export class SplitTablesRepository {
  /** Held until the transaction ends: of two that load at once one is the newer. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('split_table'))`);
  }

  /** The table with these bytes, if it was loaded. */
  async ofBytes(tx: EntityManager, sha256: string): Promise<LoadedTable | null> {
    const rows = await tx.query<LoadedTable[]>(
      `select t.number, t.file_name as "fileName", ${LOADED_ON} from split_table t where t.sha256 = $1`,
      [sha256],
    );
    return rows[0] ?? null;
  }

  /** Years and programs that some table has. */
  async known(tx: EntityManager): Promise<{ program: string; year: number }[]> {
    return tx.query(
      'select distinct program_id as program, year from split_table_amount order by year, program_id',
    );
  }

  async insert(tx: EntityManager, table: NewTable, rows: readonly SplitTableRow[]): Promise<number> {
    const [{ number }] = await tx.query<[{ number: number }]>(
      'select coalesce(max(number), 0)::integer + 1 as number from split_table',
    );
    await tx.insert(SplitTableEntity, { ...table, number });
    for (let first = 0; first < rows.length; first += PORTION) {
      await tx.insert(
        SplitTableAmountEntity,
        rows.slice(first, first + PORTION).map(({ row, year, program, county, fen, posts, source }) => ({
          cityId: table.cityId,
          number,
          programId: program,
          year,
          countyId: county,
          fen,
          posts,
          source,
          rowNumber: row,
        })),
      );
    }
    return number;
  }

  /** Each year of a program by the newest table that has it, ascending. */
  async newest(tx: EntityManager, program: string): Promise<LoadedSplit[]> {
    return tx.query(
      `select t.number, t.file_name as "fileName", ${LOADED_ON}, y.year,
         (select json_agg(json_build_object('county', a.county_id, 'fen', a.fen, 'posts', a.posts, 'source', a.source)
            order by a.row_number)
          from split_table_amount a where a.city_id = t.city_id and a.number = t.number and a.program_id = $1
            and a.year = y.year) as amounts
       from (select city_id, year, max(number) as number from split_table_amount where program_id = $1
             group by city_id, year) y
       join split_table t on t.city_id = y.city_id and t.number = y.number
       order by y.year`,
      [program],
    );
  }
}
