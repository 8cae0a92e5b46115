import { Injectable } from '@nestjs/common';
import type { AllocationNotice } from '@yuheng/shared/contract/allocation-decisions';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';

/** What a notice says, as it was made when the split was decided; names are printed when it is read. */
export type NoticeContent = Omit<
  AllocationNotice,
  | 'program'
  | 'year'
  | 'asOf'
  | 'demonstration'
  | 'decision'
  | 'county'
  | 'corrected'
  | 'documentNumber'
  | 'decidedOn'
  | 'readOn'
  | 'readBy'
> & { readonly documentNumber: string; readonly decidedOn: string };

export interface NoticeRow {
  readonly program: ProgramId;
  readonly year: number;
  readonly decision: string;
  readonly county: string;
  readonly content: NoticeContent;
  readonly readOn: string | null;
  readonly readBy: string | null;
  /** The document of the later decision that corrected it. */
  readonly correctedBy: string | null;
  readonly correctedOn: string | null;
}

export interface NoticeReading {
  readonly county: string;
  readonly readOn: string | null;
  readonly readBy: string | null;
}

const READ_BY = `coalesce((select a.name from account_names(array[n.read_by]) a), n.read_by) as "readBy"`;
const NOTICE = `
  select n.program_id as program, n.year, n.decision_id as decision, n.county_id as county, n.content,
    n.read_on::text as "readOn", ${READ_BY}, l.content->>'documentNumber' as "correctedBy",
    l.content->>'decidedOn' as "correctedOn"
  from allocation_notice n
  left join allocation_notice l on l.city_id = n.city_id and l.corrects = n.decision_id and l.county_id = n.county_id`;

/** Notices; a county finds its own, because its transaction sees no other row. */
@Injectable()
export class NoticesQueries {
  /** The latest decision first. */
  async ofYear(tx: EntityManager, program: ProgramId, year: number): Promise<NoticeRow[]> {
    return tx.query(
      `${NOTICE} where n.program_id = $1 and n.year = $2
       order by n.content->>'decidedOn' desc, (l.decision_id is not null), n.decision_id, n.county_id`,
      [program, year],
    );
  }

  async find(tx: EntityManager, decision: string, county: string): Promise<NoticeRow | null> {
    const rows: NoticeRow[] = await tx.query(`${NOTICE} where n.decision_id = $1 and n.county_id = $2`, [
      decision,
      county,
    ]);
    return rows[0] ?? null;
  }

  async readings(tx: EntityManager, decision: string): Promise<NoticeReading[]> {
    return tx.query(
      `select n.county_id as county, n.read_on::text as "readOn", ${READ_BY}
       from allocation_notice n where n.decision_id = $1`,
      [decision],
    );
  }

  /** Nothing happens to a notice that was read before. */
  async acknowledge(
    tx: EntityManager,
    { decision, county }: { readonly decision: string; readonly county: string },
    read: { readonly on: string; readonly by: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update allocation_notice set read_on = $3, read_by = $4, read_at = $5
       where decision_id = $1 and county_id = $2 and read_by is null`,
      [decision, county, read.on, read.by, read.at],
    );
  }
}
