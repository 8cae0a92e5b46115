import { Injectable } from '@nestjs/common';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import type { SignedIn } from '../identity/signed-in';
import { sheetId } from './present-sheet-id';
import type { SheetKey } from './sheet-key';
import { SheetMoving } from './sheet-moving';
import type { SheetStep } from './sheet-step';
import { SheetsService } from './sheets.service';

/** The acts on a whole sheet: 报送, 本月无变化，确认, 退回, 审核, 重新开放. */
@Injectable()
export class SheetStagesService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly moving: SheetMoving,
    private readonly sheets: SheetsService,
  ) {}

  /** Moves a sheet and answers how it stands then. */
  move(act: Act, account: SignedIn, key: SheetKey, step: SheetStep): Promise<Sheet> {
    const { reason } = step;
    act.note({ object: { kind: 'sheet', id: sheetId(key) }, ...(reason === undefined ? {} : { reason }) });
    return this.trail.record(act, account.scope, async (tx) => {
      const { before, after } = await this.moving.move(tx, account, key, step);
      act.note({ before: { stage: before }, after: { stage: after } });
      return this.sheets.present(tx, account, key);
    });
  }
}
