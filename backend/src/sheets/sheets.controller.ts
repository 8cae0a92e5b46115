import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { InspectionCheckService } from './inspection-check.service';
import { SheetWritingService } from './sheet-writing.service';
import { SheetsService } from './sheets.service';

/** A sheet or an item of it, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & QueryOf<E> & { readonly version: number };

@Controller()
export class SheetsController {
  constructor(
    private readonly sheets: SheetsService,
    private readonly writing: SheetWritingService,
    private readonly checks: InspectionCheckService,
  ) {}

  @Route(endpoints.listSheets)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listSheets) query: QueryOf<typeof endpoints.listSheets>,
  ): Promise<ResponseOf<typeof endpoints.listSheets>> {
    return this.sheets.list(account, query);
  }

  @Route(endpoints.readSheet)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readSheet) params: ParamsOf<typeof endpoints.readSheet>,
    @Query(endpoints.readSheet) query: QueryOf<typeof endpoints.readSheet>,
  ): Promise<ResponseOf<typeof endpoints.readSheet>> {
    return this.sheets.read(account, { ...params, ...query });
  }

  @Route(endpoints.saveSheetItem)
  save(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.saveSheetItem) target: VersionOf<typeof endpoints.saveSheetItem>,
    @Body(endpoints.saveSheetItem) body: BodyOf<typeof endpoints.saveSheetItem>,
  ): Promise<ResponseOf<typeof endpoints.saveSheetItem>> {
    return this.writing.save(act, account, target, body);
  }

  @Route(endpoints.setInspectionCheck)
  check(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.setInspectionCheck) target: VersionOf<typeof endpoints.setInspectionCheck>,
    @Body(endpoints.setInspectionCheck) body: BodyOf<typeof endpoints.setInspectionCheck>,
  ): Promise<ResponseOf<typeof endpoints.setInspectionCheck>> {
    return this.checks.set(act, account, target, body);
  }

  @Route(endpoints.readSheetItemHistory)
  history(
    @Account() account: SignedIn,
    @Params(endpoints.readSheetItemHistory) params: ParamsOf<typeof endpoints.readSheetItemHistory>,
    @Query(endpoints.readSheetItemHistory) query: QueryOf<typeof endpoints.readSheetItemHistory>,
  ): Promise<ResponseOf<typeof endpoints.readSheetItemHistory>> {
    return this.sheets.history(account, { ...params, ...query });
  }
}
