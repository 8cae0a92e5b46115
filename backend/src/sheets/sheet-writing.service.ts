import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import { pointerToken } from '@yuheng/shared/domain/refusal';
import { checkValue } from '@yuheng/shared/domain/sheets/checks/check-value';
import type { SheetAnswerGiven, SheetItem } from '@yuheng/shared/domain/sheets/sheet';
import { stageOn, writeRefusal } from '@yuheng/shared/domain/sheets/stages';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { remarksOf } from './sheet-checks';
import { requireDuty } from './sheet-duties';
import { countsOf, formItems } from './sheet-form';
import { sheetId } from './present-sheet-id';
import type { SheetKey } from './sheet-key';
import { changedMeanwhile, lockedSheet, refuseClosedYear } from './sheet-refusals';
import { SheetsQueries, type SheetContent, type SheetRow, type ValueRow } from './sheets.queries';
import { SheetsRepository, type NewValue } from './sheets.repository';
import { asRemark } from './sheets.service';

type Saved = ResponseOf<typeof endpoints.saveSheetItem>;

/** What is to be said of one item, and which version it replaces; 0: nobody said anything yet. */
export interface ItemChange {
  readonly item: string;
  readonly version: number;
  readonly given: SheetAnswerGiven & { readonly evidence: readonly Evidence[] };
}

/** Below `at` its refusals point. */
interface PlacedChange extends ItemChange {
  readonly at: string;
}

/** A sheet that nobody else writes before the transaction ends. */
interface OpenSheet {
  readonly sheet: SheetRow;
  readonly content: SheetContent;
}

/** Writes values into sheets: each a new version, none ever over another that its writer has not seen. */
@Injectable()
export class SheetWritingService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly queries: SheetsQueries,
    private readonly repository: SheetsRepository,
    private readonly settings: Settings,
  ) {}

  save(
    act: Act,
    account: SignedIn,
    { item, version, ...key }: SheetKey & { readonly item: string; readonly version: number },
    body: BodyOf<typeof endpoints.saveSheetItem>,
  ): Promise<Saved> {
    act.note({ object: { kind: 'sheetItem', id: `${sheetId(key)}/${item}` } });
    const { state, value = null, conclusion = null, reason = null, evidence = [] } = body;
    const change = { item, version, given: { state, value, conclusion, reason, evidence } };
    return this.trail.record(act, account.scope, async (tx) => {
      const { sheet, content, before } = await this.write(tx, account, key, [{ ...change, at: '' }]);
      const current = content.values.find((one) => one.item === item);
      if (!current) throw new Error(`The value of ${item} that was just written is not there.`);
      act.note({ before: said(before.values.find((one) => one.item === item)), after: said(current) });
      const { filled, asked } = countsOf(formItems(sheet, content));
      const remarks = remarksOf(key, sheet, content, this.settings.clock.today())
        .filter(({ items }) => items.includes(item))
        .map(asRemark);
      return { item, current: { ...current, by: account.name }, remarks, filled, asked };
    });
  }

  /**
   * Several items at once in the caller's transaction, all or none, with the checks of a single one; the entry in the
   * trail is the caller's.
   * @throws ProblemException as saving one does; each refusal points below `/items/<item>`
   */
  async writeItems(
    tx: EntityManager,
    account: SignedIn,
    key: SheetKey,
    changes: readonly ItemChange[],
  ): Promise<void> {
    const placed = changes.map((one) => ({ ...one, at: `/items/${pointerToken(one.item)}` }));
    await this.write(tx, account, key, placed);
  }

  /** @throws ProblemException refused, saying whose the kind of sheet is. */
  requireWriter({ roles }: SignedIn, kind: SheetKey['kind']): void {
    requireDuty('write', kind, roles);
  }

  private async write(
    tx: EntityManager,
    account: SignedIn,
    key: SheetKey,
    changes: readonly PlacedChange[],
  ): Promise<OpenSheet & { readonly before: SheetContent }> {
    this.requireWriter(account, key.kind);
    const { sheet, content: before } = await this.open(tx, key);
    const checked = changes.map((change) => this.check(sheet, change));
    const refusals = checked.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals));
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    const values = checked.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const fresh = values.filter((value) => isNew(value, before, account.username));
    if (fresh.length === 0) return { sheet, content: before, before };
    const rows = fresh.map((value): NewValue => ({
      ...value,
      version: value.version + 1,
      by: account.username,
    }));
    const written = await this.repository.insertValues(tx, key, this.settings.cityId, rows);
    const items = new Set(written.map(({ item }) => item));
    const kept = before.values.filter(({ item }) => !items.has(item));
    const content = { ...before, values: [...kept, ...written] };
    await this.repository.setCounts(tx, key, countsOf(formItems(sheet, content)));
    return { sheet, content, before };
  }

  /** The sheet locked for this transaction, if values may be written into it now. */
  private async open(tx: EntityManager, key: SheetKey): Promise<OpenSheet> {
    const today = this.settings.clock.today();
    const sheet = await this.queries.find(tx, key, 'update');
    if (!sheet) throw new ProblemException('not-found');
    refuseClosedYear(key.month, sheet);
    const closed = writeRefusal(stageOn(sheet, today));
    if (closed) throw lockedSheet(closed);
    return { sheet, content: await this.queries.content(tx, key, today, sheet.rules) };
  }

  private check({ items }: SheetRow, { item: id, version, given, at }: PlacedChange) {
    const item: SheetItem | undefined = items.find((one) => one.id === id);
    if (!item) throw new ProblemException('not-found');
    const outcome = checkValue(item, given, this.settings.clock.today(), at);
    if (!outcome.ok) return outcome;
    return {
      ok: true as const,
      value: { item: id, version, given: outcome.value, evidence: given.evidence },
    };
  }
}

/**
 * Whether a value is to be written. The same one that the same account has just written over the same version is a
 * request that was sent again after its answer was lost.
 * @throws ProblemException conflict where somebody else wrote meanwhile
 */
function isNew(
  { item, version, given, evidence }: Omit<NewValue, 'by'>,
  { values }: SheetContent,
  username: string,
): boolean {
  const current = values.find((one) => one.item === item);
  if ((current?.version ?? 0) === version) return true;
  const again = current?.version === version + 1 && current.by === username;
  const same =
    JSON.stringify(said(current)) ===
    JSON.stringify({
      state: given.state,
      value: given.value,
      conclusion: given.conclusion,
      reason: given.reason,
      evidence: evidence.map(inOrder),
    });
  if (again && same) return false;
  throw changedMeanwhile(current?.version ?? 0);
}

/** What a value says, as the trail shows it. */
const said = (value: ValueRow | undefined) =>
  value && {
    state: value.state,
    value: value.value,
    conclusion: value.conclusion,
    reason: value.reason,
    evidence: value.evidence.map(inOrder),
  };

/** A document by its keys in one order: the database keeps them in its own. */
const inOrder = ({ source, page, file }: Evidence): Evidence => ({
  source,
  ...(page === undefined ? {} : { page }),
  ...(file === undefined ? {} : { file }),
});
