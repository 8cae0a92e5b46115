import { Controller } from '@nestjs/common';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { SheetTemplatesService, type TemplateTarget } from './sheet-templates.service';

@Controller()
export class SheetTemplatesController {
  constructor(private readonly templates: SheetTemplatesService) {}

  @Route(endpoints.listSheetTemplates)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listSheetTemplates) query: QueryOf<typeof endpoints.listSheetTemplates>,
  ): Promise<ResponseOf<typeof endpoints.listSheetTemplates>> {
    return this.templates.list(account, query);
  }

  @Route(endpoints.publishSheetTemplate)
  publish(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.publishSheetTemplate) target: TemplateTarget,
    @Body(endpoints.publishSheetTemplate) body: BodyOf<typeof endpoints.publishSheetTemplate>,
  ): Promise<ResponseOf<typeof endpoints.publishSheetTemplate>> {
    return this.templates.publish(act, account, target, body);
  }
}
