import { Injectable } from '@nestjs/common';
import type { DueDays } from '@yuheng/shared/domain/duties/due-days';
import { untouchedStage } from '@yuheng/shared/domain/period/duty-clock';
import { monthsOfYear, yearOf, type IsoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';
import { DueDaysService } from '../duties/due-days.service';
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

/** Opens the months that are over, wherever they are not open yet. */
@Injectable()
export class SheetOpening {
  constructor(
    private readonly queries: SheetsQueries,
    private readonly repository: SheetsRepository,
    private readonly projection: SheetProjectionRepository,
    private readonly dueDays: DueDaysService,
  ) {}

  /**
   * Opens every sheet that is due to exist on a day: each program with a template × each county of the scope with posts
   * in the year × each month that is over; nothing of a year that is closed. What is there stays as it is, so that it can be done again at any time and by
   * several servers at once, and after a downtime of whatever length nothing is missing.
   * @returns how many were opened
   */
  async openMonths(tx: EntityManager, today: IsoDate, at: Date): Promise<number> {
    const templates = await this.repository.templates(tx);
    const years = await this.repository.openYears(tx);
    const dueDays = await this.dueDays.read(tx);
    const openings = years.flatMap(({ program, year }) =>
      monthsOfYear(year)
        .filter((month) => untouchedStage(month, today) === 'open')
        .flatMap((month) => openingsOf(templates, { program, month, due: dueDays(program, year) })),
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
      const content = await this.queries.content(tx, key, today, []);
      if (sheet) await this.projection.write(tx, { key, cityId, items: formItems(sheet, content) });
    }
  }

  /**
   * Sheets that nobody has handed in are due by the rules as they are now; what was handed in keeps the day by which it
   * was measured. @returns how many were given another day
   */
  async alignDueDays(tx: EntityManager): Promise<number> {
    const dueDays = await this.dueDays.read(tx);
    const waiting = await this.repository.notHandedIn(tx);
    const due = waiting.map(({ program, kind, month }) => ({
      program,
      kind,
      month,
      dueOn: dueDays(program, yearOf(month)).ofSheet(kind, month),
    }));
    const changed = await this.repository.setDueDays(tx, due);
    await this.projection.alignDueDays(tx);
    return changed;
  }

  /** Counts anew what a sheet asks and how much of it is answered. */
  async count(tx: EntityManager, key: SheetKey, today: IsoDate): Promise<void> {
    const sheet = await this.queries.find(tx, key, 'read');
    if (!sheet) return;
    const content = await this.queries.content(tx, key, today, []);
    await this.repository.setCounts(tx, key, countsOf(formItems(sheet, content)));
  }
}

/** Each kind that has a template in force in the month. */
function openingsOf(
  templates: readonly TemplateFrom[],
  { program, month, due }: { readonly program: string; readonly month: YearMonth; readonly due: DueDays },
): Opening[] {
  const inForce = new Map<SheetKind, number>();
  for (const one of templates)
    if (one.program === program && one.validFrom <= month) inForce.set(one.kind, one.version);
  return [...inForce].map(([kind, templateVersion]) => ({
    program,
    kind,
    month,
    templateVersion,
    dueOn: due.ofSheet(kind, month),
  }));
}
