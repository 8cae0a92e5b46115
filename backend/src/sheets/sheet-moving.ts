import { Injectable } from '@nestjs/common';
import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import { addMonths, yearMonth, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { checkSheet, refusalsOfSheet } from '@yuheng/shared/domain/sheets/checks/check-sheet';
import { uncheckedRefusals } from '@yuheng/shared/domain/sheets/check-mode';
import { actOnSheet, stageOn } from '@yuheng/shared/domain/sheets/stages';
import { unchangedValues } from '@yuheng/shared/domain/sheets/unchanged';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { surroundingsOf, templateOf } from './sheet-checks';
import { requireDuty, type SheetDuty } from './sheet-duties';
import { SheetEffects } from './sheet-effects';
import { countsOf, formItems } from './sheet-form';
import type { SheetKey } from './sheet-key';
import { SheetOpening } from './sheet-opening';
import { changedMeanwhile, lockedSheet, refuseClosedYear } from './sheet-refusals';
import type { SheetStep } from './sheet-step';
import { SheetsQueries, type SheetContent, type SheetRow } from './sheets.queries';
import { SheetsRepository, type StageChange } from './sheets.repository';

const DUTIES: Readonly<Record<SheetStep['act'], SheetDuty>> = {
  submit: 'write',
  confirmUnchanged: 'write',
  return: 'approve',
  approve: 'approve',
  reopen: 'reopen',
};

/**
 * Moves sheets from stage to stage, inside the transaction of an act. The row is locked while it moves, so that of two
 * acts at once the second one finds another version; what follows from the act is written in the same transaction.
 */
@Injectable()
export class SheetMoving {
  constructor(
    private readonly queries: SheetsQueries,
    private readonly repository: SheetsRepository,
    private readonly effects: SheetEffects,
    private readonly opening: SheetOpening,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found, conflict or refused, each in words */
  async move(
    tx: EntityManager,
    account: SignedIn,
    key: SheetKey,
    step: SheetStep,
  ): Promise<{ readonly before: Stage; readonly after: Stage }> {
    requireDuty(DUTIES[step.act], key.kind, account.roles);
    const today = this.settings.clock.today();
    const sheet = await this.queries.find(tx, key, 'update');
    if (!sheet) throw new ProblemException('not-found');
    if (sheet.version !== step.version) throw changedMeanwhile(sheet.version);
    refuseClosedYear(key.month, sheet);
    const change = await this.decide(tx, account, key, { sheet, step });
    const isHandedIn = step.act === 'submit' || step.act === 'confirmUnchanged';
    if (step.act === 'confirmUnchanged') await this.fill(tx, account, key, sheet);
    const content = await this.queries.content(tx, key, today, sheet.rules);
    if (isHandedIn) refuseErrors(key, sheet, content, today);
    const items = formItems(sheet, content);
    await this.repository.setCounts(tx, key, countsOf(items));
    await this.repository.setStage(tx, key, sheet, change);
    await this.effects.follow(tx, { key, act: step.act, by: account.username, items });
    // What next month carries follows from what is said now.
    await this.opening.count(tx, { ...key, month: addMonths(yearMonth(key.month), 1) }, today);
    return { before: stageOn(sheet, today), after: change.stage };
  }

  /** Where the act leads, by the rules of the stages. */
  private async decide(
    tx: EntityManager,
    { username: by }: SignedIn,
    key: SheetKey,
    { sheet, step }: { readonly sheet: SheetRow; readonly step: SheetStep },
  ): Promise<StageChange> {
    const { act, reason = null, until = null } = step;
    const wanted = { act, by, on: this.settings.clock.today(), reason, until };
    const outcome = actOnSheet(sheet, wanted, await this.queries.writers(tx, key));
    if (outcome.ok) return { ...wanted, stage: outcome.value };
    const closed = outcome.refusals.find(({ pointer }) => pointer === '/stage');
    throw closed ? lockedSheet(closed) : new ProblemException('refused', undefined, outcome.refusals);
  }

  /** Says again what last month said, for what nobody answered yet. */
  private async fill(
    tx: EntityManager,
    { username: by }: SignedIn,
    key: SheetKey,
    sheet: SheetRow,
  ): Promise<void> {
    const today = this.settings.clock.today();
    const content = await this.queries.content(tx, key, today, sheet.rules);
    const filled = unchangedValues(
      templateOf(key, sheet),
      content.values,
      surroundingsOf(sheet, content, today),
    );
    if (!filled.ok) throw new ProblemException('refused', undefined, filled.refusals);
    const values = filled.value.map(({ item, ...given }) => ({ item, version: 1, given, evidence: [], by }));
    await this.repository.insertValues(tx, key, this.settings.cityId, values);
  }
}

/** @throws ProblemException refused with every error of the sheet, each at its item, and where nobody said how it was checked */
function refuseErrors(key: SheetKey, sheet: SheetRow, content: SheetContent, today: IsoDate): void {
  const remarks = checkSheet(templateOf(key, sheet), content.values, surroundingsOf(sheet, content, today));
  const refusals = [...uncheckedRefusals(key.kind, content.check), ...refusalsOfSheet(remarks)];
  if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
}
