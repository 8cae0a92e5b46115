import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { inspectionCheck } from '@yuheng/shared/domain/sheets/check-mode';
import { stageOn, writeRefusal } from '@yuheng/shared/domain/sheets/stages';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { sheetId } from './present-sheet-id';
import { requireDuty } from './sheet-duties';
import type { SheetKey } from './sheet-key';
import { changedMeanwhile, lockedSheet } from './sheet-refusals';
import { SheetsQueries } from './sheets.queries';
import { SheetsRepository } from './sheets.repository';
import { SheetsService } from './sheets.service';

/** Says how an inspection is made (督查方式), as long as the sheet is open. */
@Injectable()
export class InspectionCheckService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly queries: SheetsQueries,
    private readonly repository: SheetsRepository,
    private readonly sheets: SheetsService,
    private readonly settings: Settings,
  ) {}

  /** Under a new version of the sheet, so that nobody submits it without having seen how it was made. */
  set(
    act: Act,
    account: SignedIn,
    { version, ...key }: SheetKey & { readonly version: number },
    { mode, visitPlan = null }: BodyOf<typeof endpoints.setInspectionCheck>,
  ): Promise<Sheet> {
    act.note({ object: { kind: 'sheet', id: sheetId(key) } });
    return this.trail.record(act, account.scope, async (tx) => {
      requireDuty('write', key.kind, account.roles);
      const today = this.settings.clock.today();
      const sheet = await this.queries.find(tx, key, 'update');
      if (!sheet) throw new ProblemException('not-found');
      if (sheet.version !== version) throw changedMeanwhile(sheet.version);
      const closed = writeRefusal(stageOn(sheet, today));
      if (closed) throw lockedSheet(closed);
      const checked = inspectionCheck(key.kind, { mode, visitPlan });
      if (!checked.ok) throw new ProblemException('refused', undefined, checked.refusals);
      const { check: before } = await this.queries.content(tx, key, today, []);
      await this.repository.setCheck(tx, key, checked.value, account.username);
      act.note({ ...(before ? { before } : {}), after: checked.value });
      return this.sheets.present(tx, account, key);
    });
  }
}
