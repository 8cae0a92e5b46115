import { Injectable } from '@nestjs/common';
import type { RosterPerson } from '@yuheng/shared/domain/imports/wage-lists/sum-wage-list';
import { addDays, addMonths, isoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { AssistantNumbersReader } from './assistant-numbers';
import { RosterQueries } from './roster.queries';

/** Who a county's roster has, for what is compared with it; numbers are opened for the comparison and leave no trace. */
@Injectable()
export class RosterPeopleService {
  constructor(
    private readonly queries: RosterQueries,
    private readonly numbers: AssistantNumbersReader,
  ) {}

  /** Everybody who was on post on some day of the month, in the caller's transaction. */
  async onPostIn(tx: EntityManager, county: string, month: YearMonth): Promise<RosterPerson[]> {
    const [first, last] = [isoDate(`${month}-01`), addDays(isoDate(`${addMonths(month, 1)}-01`), -1)];
    const rows = await this.queries.ofCounty(tx, county);
    return rows
      .filter(({ periods }) =>
        periods.some(({ from, until }) => from <= last && (until === null || until >= first)),
      )
      .flatMap((row) => {
        const { identityNumber } = this.numbers.of(row);
        return identityNumber === null || row.name === null ? [] : [{ identityNumber, name: row.name }];
      });
  }
}
