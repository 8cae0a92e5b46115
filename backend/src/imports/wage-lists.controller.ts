import { Controller, Req } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { Account, Acting, Address, Body, Params, Route } from '../http/route';
import { readUpload, type WantedFile } from '../http/upload';
import type { SignedIn } from '../identity/signed-in';
import { WageListsService } from './wage-lists.service';
import { wantedWorkbook } from './wanted-workbook';

type Previewed = typeof endpoints.previewWageList;
type Named = typeof endpoints.nameWageColumns;

@Controller()
export class WageListsController {
  private readonly wanted: WantedFile;

  constructor(
    private readonly lists: WageListsService,
    settings: Settings,
  ) {
    this.wanted = wantedWorkbook(settings);
  }

  @Route(endpoints.previewWageList)
  async preview(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.previewWageList) place: ParamsOf<Previewed> & QueryOf<Previewed>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<Previewed>> {
    const file = await readUpload(request, this.wanted);
    return this.lists.preview(act, account, { ...place, kind: 'spending' }, file);
  }

  @Route(endpoints.nameWageColumns)
  name(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.nameWageColumns) { county }: ParamsOf<Named>,
    @Body(endpoints.nameWageColumns) body: BodyOf<Named>,
  ): Promise<ResponseOf<Named>> {
    return this.lists.name(act, account, county, body);
  }
}
