import { Injectable } from '@nestjs/common';
import { fen } from '@yuheng/shared/domain/money/fen';
import { isoDate, yearMonth } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { DoubtsService } from '../findings/doubts.service';
import { FindingsService } from '../findings/findings.service';
import { FundsService } from '../funds/funds.service';
import type { FormItem } from './sheet-form';
import type { SheetKey } from './sheet-key';
import type { SheetStep } from './sheet-step';
import { figuresOf, SheetProjectionRepository } from './sheet-projection.repository';

export interface MovedSheet {
  readonly key: SheetKey;
  readonly act: SheetStep['act'];
  readonly by: string;
  readonly items: readonly FormItem[];
}

/** What follows from an act on a sheet, in the same transaction. */
@Injectable()
export class SheetEffects {
  constructor(
    private readonly projection: SheetProjectionRepository,
    private readonly doubts: DoubtsService,
    private readonly findings: FindingsService,
    private readonly funds: FundsService,
    private readonly settings: Settings,
  ) {}

  /**
   * What the engine scores from is always written. A submission gives rise to doubts; the approval of an inspection to a
   * finding for each item that failed, the approval of a month's spending to its lines in the ledger.
   */
  async follow(tx: EntityManager, moved: MovedSheet): Promise<void> {
    const { key, act, by, items } = moved;
    await this.projection.write(tx, { key, cityId: this.settings.cityId, items });
    const ofMonth = { program: key.program, county: key.county, month: yearMonth(key.month) };
    if (act === 'submit' || act === 'confirmUnchanged') await this.doubts.look(tx, ofMonth);
    if (act === 'approve' && key.kind === 'inspection')
      await this.findings.raiseFailed(tx, { ...ofMonth, by });
    if (act === 'approve' && key.kind === 'spending') await this.post(tx, moved);
  }

  private async post(tx: EntityManager, { key, by, items }: MovedSheet): Promise<void> {
    const figure = figuresOf(items);
    const paidOn = items.find(({ item }) => item.id === 'paidOn')?.current?.value ?? null;
    const advance = Number(figure('countyAdvance'));
    await this.funds.postWages(tx, {
      county: key.county,
      program: key.program,
      month: yearMonth(key.month),
      paidOn: paidOn === null ? null : isoDate(paidOn),
      cityGrantFen: fen(Number(figure('cityPartPaid')) - advance),
      countyAdvanceFen: fen(advance),
      countyPartFen: fen(Number(figure('countyPart'))),
      by,
    });
  }
}
