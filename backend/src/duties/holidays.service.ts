import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { StoredHolidayTable } from '@yuheng/shared/contract/duties';
import {
  holidayTableRefusals,
  workingCalendar,
  type HolidayTable,
  type WorkingCalendar,
} from '@yuheng/shared/domain/period/working-days';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { currentHolidays, type VersionedTable } from './current-holidays';
import { DueDayFollowersService } from './due-day-followers.service';
import { HolidayTablesRepository } from './holiday-tables.repository';
import { refuseOutdated } from '../http/refuse-outdated';

type Body = BodyOf<typeof endpoints.loadHolidayTable>;

/** Holiday tables: those that come with the program, and in place of them what an officer loaded. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly tables: HolidayTablesRepository,
    private readonly followers: DueDayFollowersService,
    private readonly settings: Settings,
  ) {}

  async list(by: SignedIn): Promise<ResponseOf<typeof endpoints.listHolidayTables>> {
    const tables = await scoped(this.source, by.scope, (tx) => this.current(tx));
    return { tables: tables.map(present) };
  }

  /** The working days of every year, inside the caller's transaction. */
  async calendar(tx: EntityManager): Promise<WorkingCalendar> {
    return workingCalendar(await this.current(tx));
  }

  /** Loads a year's table, or a corrected one; what is computed from it changes with the next request. */
  async load(
    act: Act,
    by: SignedIn,
    { year, version, body }: { readonly year: number; readonly version: number; readonly body: Body },
  ): Promise<StoredHolidayTable> {
    const { reason, ...content } = body;
    act.note({ object: { kind: 'holidayTable', id: String(year) }, reason });
    const table: HolidayTable = {
      year,
      document: content.document,
      off: content.off.map(({ from, to }) => ({ from: isoDate(from), to: isoDate(to) })),
      worked: content.worked.map(isoDate),
    };
    const refusals = holidayTableRefusals(table);
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    return this.trail.record(act, by.scope, async (tx) => {
      const before = (await this.current(tx)).find((one) => one.year === year);
      refuseOutdated(version, before?.version ?? 0);
      act.note({ before: before ? contentOf(before) : null, after: contentOf(table) });
      const next = { ...table, version: version + 1, loadedBy: by.username };
      await this.tables.insert(tx, by.cityId, { ...next, reason, loadedAt: this.settings.clock.now() });
      await this.followers.follow(tx);
      return present({ ...next, loadedBy: by.name });
    });
  }

  private async current(tx: EntityManager): Promise<readonly VersionedTable[]> {
    return currentHolidays(await this.tables.current(tx));
  }
}

const contentOf = ({ document, off, worked }: HolidayTable): object => ({ document, off, worked });

const present = ({ year, version, document, off, worked, loadedBy }: VersionedTable): StoredHolidayTable => ({
  year,
  version,
  document,
  off: off.map(({ from, to }) => ({ from, to })),
  worked: [...worked],
  loadedBy,
});
