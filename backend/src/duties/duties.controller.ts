import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { DutiesService } from './duties.service';
import { DutyRulesService } from './duty-rules.service';
import { HolidaysService } from './holidays.service';

/** What a change was written against. */
interface Version {
  readonly version: number;
}

@Controller()
export class DutiesController {
  constructor(
    private readonly duties: DutiesService,
    private readonly rules: DutyRulesService,
    private readonly holidays: HolidaysService,
    private readonly places: PlacesService,
  ) {}

  @Route(endpoints.listDuties)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listDuties) query: QueryOf<typeof endpoints.listDuties>,
  ): Promise<ResponseOf<typeof endpoints.listDuties>> {
    return this.duties.list(account, query);
  }

  @Route(endpoints.countDuties)
  count(
    @Account() account: SignedIn,
    @Query(endpoints.countDuties) query: QueryOf<typeof endpoints.countDuties>,
  ): Promise<ResponseOf<typeof endpoints.countDuties>> {
    return this.duties.count(account, query);
  }

  @Route(endpoints.listDutyRules)
  async listRules(
    @Account() account: SignedIn,
    @Query(endpoints.listDutyRules) { year }: QueryOf<typeof endpoints.listDutyRules>,
  ): Promise<ResponseOf<typeof endpoints.listDutyRules>> {
    return this.places.asShown(await this.rules.list(account, year));
  }

  @Route(endpoints.changeDutyRule)
  async changeRule(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.changeDutyRule) target: ParamsOf<typeof endpoints.changeDutyRule> & Version,
    @Body(endpoints.changeDutyRule) body: BodyOf<typeof endpoints.changeDutyRule>,
  ): Promise<ResponseOf<typeof endpoints.changeDutyRule>> {
    return this.places.asShown(await this.rules.change(act, account, { ...target, body }));
  }

  @Route(endpoints.listHolidayTables)
  listHolidays(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listHolidayTables>> {
    return this.holidays.list(account);
  }

  @Route(endpoints.loadHolidayTable)
  loadHolidays(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.loadHolidayTable) target: ParamsOf<typeof endpoints.loadHolidayTable> & Version,
    @Body(endpoints.loadHolidayTable) body: BodyOf<typeof endpoints.loadHolidayTable>,
  ): Promise<ResponseOf<typeof endpoints.loadHolidayTable>> {
    return this.holidays.load(act, account, { ...target, body });
  }
}
