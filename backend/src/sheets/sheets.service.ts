import { Injectable } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Sheet, SheetGrid } from '@yuheng/shared/contract/sheets';
import { addMonths, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import { suggestedFigures } from '@yuheng/shared/domain/sheets/suggested-figures';
import { actsAt, stageOn, writeRefusal } from '@yuheng/shared/domain/sheets/stages';
import { stateOfSheet } from '@yuheng/shared/domain/sheets/state-of-sheet';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { remarksOf, surroundingsOf, templateOf } from './sheet-checks';
import { hasDuty } from './sheet-duties';
import { formItems, type FormItem } from './sheet-form';
import type { SheetKey } from './sheet-key';
import { SheetsQueries, type SheetRow, type StandingRow } from './sheets.queries';

type History = ResponseOf<typeof endpoints.readSheetItemHistory>;
type HistoryWanted = ParamsOf<typeof endpoints.readSheetItemHistory> & SheetKey;

/** Reads sheets: the grid, one sheet, the history of an item. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly source: DataSource,
    private readonly queries: SheetsQueries,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  async list(account: SignedIn, wanted: QueryOf<typeof endpoints.listSheets>): Promise<SheetGrid> {
    const asOf = this.settings.clock.today();
    const rows = await scoped(this.source, account.scope, (tx) => this.queries.grid(tx, wanted));
    const sheets = new Map(rows.map((row) => [row.county, row.sheets]));
    return {
      ...wanted,
      asOf,
      demonstration: this.settings.demonstration,
      counties: this.places.counties(account.scope.counties).map(({ id, name }) => ({
        id,
        name,
        sheets: (sheets.get(id) ?? []).map((one) => ({ month: one.month, ...standingOf(one, asOf) })),
      })),
    };
  }

  /** @throws ProblemException not-found for a sheet that is not open or lies outside of the scope, alike. */
  read(account: SignedIn, key: SheetKey): Promise<Sheet> {
    return scoped(this.source, account.scope, (tx) => this.present(tx, account, key));
  }

  /** The whole sheet as the account sees it, inside a transaction of its scope. */
  async present(tx: EntityManager, account: SignedIn, key: SheetKey): Promise<Sheet> {
    const today = this.settings.clock.today();
    const sheet = await this.queries.find(tx, key, 'read');
    if (!sheet) throw new ProblemException('not-found');
    const content = await this.queries.content(tx, key, today, sheet.rules);
    const events = await this.queries.events(tx, key);
    const writers = await this.queries.writers(tx, key);
    const people = [sheet.submittedBy, sheet.approvedBy, ...content.values.map(({ by }) => by)];
    const names = await this.queries.names(
      tx,
      [...people, ...events.map(({ by }) => by)].flatMap((one) => one ?? []),
    );
    const named = <By extends string | null>(by: By): By | string =>
      by === null ? by : (names.get(by) ?? by);
    const suggested = suggestedFigures(
      templateOf(key, sheet),
      content.values,
      surroundingsOf(sheet, content, today),
    );
    return {
      ...key,
      countyName: this.places.nameOf(key.county),
      asOf: today,
      demonstration: this.settings.demonstration,
      ...standingOf(sheet, today),
      submittedBy: named(sheet.submittedBy),
      approvedBy: named(sheet.approvedBy),
      returnReason: sheet.returnReason,
      reopenedReason: sheet.reopenedReason,
      reopenedUntil: sheet.reopenedUntil,
      templateVersion: sheet.templateVersion,
      check: content.check,
      items: formItems(sheet, content).map((one) =>
        presentItem(one, sheet, suggested.get(one.item.id) ?? null, named),
      ),
      openFindings: await this.queries.openFindings(tx, key),
      remarks: isLocked(sheet, today) ? [] : remarksOf(key, sheet, content, today).map(asRemark),
      events: events.map((one) => ({ ...one, by: named(one.by) })),
      acts: actsOf(key, sheet, account, { writers, today }),
    };
  }

  async history(account: SignedIn, { item, ...key }: HistoryWanted): Promise<History> {
    return scoped(this.source, account.scope, async (tx) => {
      const sheet = await this.queries.find(tx, key, 'read');
      if (!sheet?.items.some(({ id }) => id === item)) throw new ProblemException('not-found');
      const versions = await this.queries.history(tx, key, item);
      const names = await this.queries.names(
        tx,
        versions.map(({ by }) => by),
      );
      return { item, versions: versions.map((one) => ({ ...one, by: names.get(one.by) ?? one.by })) };
    });
  }
}

const isLocked = (sheet: SheetRow, today: IsoDate): boolean => writeRefusal(stageOn(sheet, today)) !== null;

/** How a sheet stands on a day: what follows from dates alone is not stored. */
function standingOf(row: StandingRow, today: IsoDate) {
  const { dueOn, submittedOn, approvedOn, asked, filled, passed, failed, notApplicable, unchanged, version } =
    row;
  return {
    stage: stageOn(row, today),
    state: stateOfSheet({ ...row, answered: filled }, today),
    ...{ dueOn, submittedOn, approvedOn, filled, asked, passed, failed, notApplicable, unchanged, version },
  };
}

function presentItem(
  { item, current, carried, lastAnswer }: FormItem,
  { month }: SheetRow,
  suggested: string | null,
  named: (by: string) => string,
): Sheet['items'][number] {
  const isOfLastMonth = lastAnswer?.month === addMonths(month, -1);
  return {
    ...item,
    asked: carried === null,
    current: current && { ...current, by: named(current.by) },
    lastMonth: isOfLastMonth ? lastAnswer : null,
    carried: current === null ? carried : null,
    suggested,
  };
}

export const asRemark = ({
  severity,
  items,
  text,
}: ReturnType<typeof remarksOf>[number]): Sheet['remarks'][number] => ({ severity, items: [...items], text });

/** What the account may do with the sheet now. */
function actsOf(
  { kind }: SheetKey,
  sheet: SheetRow,
  { roles, username }: SignedIn,
  { writers, today }: { readonly writers: readonly string[]; readonly today: IsoDate },
): Sheet['acts'] {
  if (sheet.yearClosed) return [];
  const stage = stageOn(sheet, today);
  const possible = actsAt(stage);
  const writes = hasDuty('write', kind, roles);
  const approves = hasDuty('approve', kind, roles);
  return [
    ...(writes && writeRefusal(stage) === null ? (['write'] as const) : []),
    ...(writes && kind !== 'inspection' && possible.includes('confirmUnchanged')
      ? (['confirmUnchanged'] as const)
      : []),
    ...(writes && possible.includes('submit') ? (['submit'] as const) : []),
    ...(approves && possible.includes('return') ? (['return'] as const) : []),
    ...(approves && possible.includes('approve') && !writers.includes(username)
      ? (['approve'] as const)
      : []),
    ...(hasDuty('reopen', kind, roles) && possible.includes('reopen') ? (['reopen'] as const) : []),
  ];
}
