import { Injectable } from '@nestjs/common';
import { inspectionDueOn, untouchedStage, wagesDueOn } from '@yuheng/shared/domain/period/duty-clock';
import { monthsOfYear, type IsoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';
import { countsOf, formItems } from './sheet-form';
import type { SheetKey } from './sheet-key';
import { SheetProjectionRepository } from './sheet-projection.repository';
import { SheetsQueries } from './sheets.queries';
import { SheetsRepository, type Opening } from './sheets.repository';

interface TemplateFrom {
  readonly program: string;
  readonly kind: SheetKind;
  readonly version: number;
  readonly validFrom: YearMonth;
}

/** By when the sheet of a month is due; the day of the month after it is a setting (rules.md section 2). */
const DUE_ON: Readonly<Record<SheetKind, (month: YearMonth) => IsoDate>> = {
  inspection: (month) => inspectionDueOn(month),
  spending: (month) => wagesDueOn(month),
  workload: (month) => wagesDueOn(month),
};

/** Opens the months that are over, wherever they are not open yet. */
@Injectable()
export class SheetOpening {
  constructor(
    private readonly queries: SheetsQueries,
    private readonly repository: SheetsRepository,
    private readonly projection: SheetProjectionRepository,
  ) {}

  /**
   * Opens every sheet that is due to exist on a day: each program with a template × each county of the scope with posts
   * in the year × each month that is over. What is there stays as it is, so that it can be done again at any time and by
   * several servers at once, and after a downtime of whatever length nothing is missing.
   * @returns how many were opened
   */
  async openMonths(tx: EntityManager, today: IsoDate, at: Date): Promise<number> {
    const templates = await this.repository.templates(tx);
    const years = await this.repository.yearsWithPosts(tx);
    const openings = years.flatMap(({ program, year }) =>
      monthsOfYear(year)
        .filter((month) => untouchedStage(month, today) === 'open')
        .flatMap((month) => openingsOf(templates, program, month)),
    );
    await this.endReopenings(tx, today);
    const opened = await this.repository.open(tx, openings, at);
    for (const key of await this.repository.uncounted(tx)) await this.count(tx, key, today);
    return opened;
  }

  /** What was reopened and not submitted again by its last day is approved as it was, for the engine too. */
  private async endReopenings(tx: EntityManager, today: IsoDate): Promise<void> {
    for (const { cityId, ...key } of await this.repository.endReopenings(tx, today)) {
      await this.count(tx, key, today);
      const sheet = await this.queries.find(tx, key, 'read');
      const content = await this.queries.content(tx, key, today);
      if (sheet) await this.projection.write(tx, { key, cityId, items: formItems(sheet, content) });
    }
  }

  /** Counts anew what a sheet asks and how much of it is answered. */
  async count(tx: EntityManager, key: SheetKey, today: IsoDate): Promise<void> {
    const sheet = await this.queries.find(tx, key, 'read');
    if (!sheet) return;
    const content = await this.queries.content(tx, key, today);
    await this.repository.setCounts(tx, key, countsOf(formItems(sheet, content)));
  }
}

/** Each kind that has a template in force in the month. */
function openingsOf(templates: readonly TemplateFrom[], program: string, month: YearMonth): Opening[] {
  const inForce = new Map<SheetKind, number>();
  for (const one of templates)
    if (one.program === program && one.validFrom <= month) inForce.set(one.kind, one.version);
  return [...inForce].map(([kind, templateVersion]) => ({
    program,
    kind,
    month,
    templateVersion,
    dueOn: DUE_ON[kind](month),
  }));
}
