import { computed, signal } from '@angular/core';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { YearMonth } from '@yuheng/shared/domain/period/year-month';
import { asApiProblem, type ApiProblem, type ClientProblem } from '../api/api-problem';
import type { Answer, Client } from '../api/client';
import { SaveQueue, type Answered, type Unsent } from '../api/save-queue';
import { draftOf, readDraft, saysTheSame, type Draft, type Item } from './sheet-draft';
import { unsentStorage } from '../api/unsent-storage';

/** What goes away by itself: it is tried again, and nothing typed is lost. */
const PASSING: readonly ClientProblem[] = [
  'network',
  'unreadable',
  'unavailable',
  'too-many-requests',
  'sign-in-required',
  'second-factor-required',
];

export interface SheetAddress {
  readonly kind: Sheet['kind'];
  readonly program: Sheet['program'];
  readonly county: string;
  readonly month: string;
}
export const nameOf = ({ kind, program, county, month }: SheetAddress): string =>
  [kind, program, county, month].join('.');

/** What a call on a sheet needs: its place and its program. A month that is none is refused by the server, in words. */
export const placeOf = ({ kind, program, county, month }: SheetAddress) => ({
  params: { kind, county, month: month as YearMonth },
  query: { program },
});

/** A sheet that is being worked on: what the server knows of it, and over that what was typed and is not kept yet. */
export class SheetDesk {
  private readonly known;
  readonly sheet;
  readonly queue: SaveQueue<Draft>;

  constructor(
    private readonly client: Pick<Client, 'call'>,
    sheet: Sheet,
    account: string,
  ) {
    this.known = signal(sheet);
    this.sheet = this.known.asReadonly();
    this.queue = new SaveQueue<Draft>({
      send: (unsent) => this.send(unsent),
      sendable: (id, draft) => {
        const item = this.itemOf(id);
        return item !== undefined && readDraft(item, draft).ok;
      },
      isOnline: () => globalThis.navigator.onLine,
      store: unsentStorage(account, nameOf(sheet)),
    });
  }

  /** Required items of this month that nobody has answered, neither here nor on the server, in their order. */
  readonly missing = computed(() =>
    this.sheet().items.filter(
      (item) => item.asked && item.required && !item.current && !this.queue.of(item.id),
    ),
  );

  /** Takes up what was typed into this sheet earlier in this tab and not kept; an item that is asked no more is forgotten. */
  restore(): void {
    this.queue.restore();
    for (const { item } of this.queue.unsent()) if (!this.itemOf(item)) this.queue.drop(item);
  }

  /** What stands in the fields of an item. */
  draft(item: Item): Draft {
    return this.queue.of(item.id)?.entry ?? draftOf(item);
  }

  /** Over what the desk knows: a page not yet painted anew after a save would make a conflict of one's own two answers. */
  type({ id }: Pick<Item, 'id'>, draft: Draft): void {
    this.queue.type(id, draft, this.itemOf(id)?.current?.version ?? 0);
  }

  /** The server said anew what it knows; what is typed stays over it. */
  learn(sheet: Sheet): void {
    this.known.set(sheet);
  }

  /** @throws ApiProblem */
  async readAgain(): Promise<void> {
    this.learn(await this.client.call('readSheet', placeOf(this.sheet())));
  }

  private itemOf(id: string): Item | undefined {
    return this.sheet().items.find((one) => one.id === id);
  }

  private async send({ item: id, entry, version }: Unsent<Draft>): Promise<Answered> {
    const item = this.itemOf(id);
    const read = item && readDraft(item, entry);
    if (!read?.ok) throw new Error(`What was typed into ${id} is not whole and must not be sent.`);
    const { params, query } = placeOf(this.sheet());
    try {
      const call = { params: { ...params, item: id }, query, body: read.content, version };
      const saved = await this.client.call('saveSheetItem', call);
      this.keep(saved);
      return { kind: 'saved', version: saved.current.version };
    } catch (failure) {
      const problem = asApiProblem(failure);
      if (PASSING.includes(problem.kind)) return { kind: 'lost' };
      if (problem.kind !== 'conflict') return { kind: 'refused', problem };
      return this.whatHappened(id, version, problem);
    }
  }

  /** A save met another version: of the item, or of a sheet that takes no values any more. */
  private async whatHappened(id: string, version: number, problem: ApiProblem): Promise<Answered> {
    try {
      await this.readAgain();
    } catch {
      return { kind: 'lost' };
    }
    const item = this.itemOf(id);
    const current = item?.current ?? null;
    const read = item && readDraft(item, this.draft(item));
    // The answer to an earlier try was lost, and it was kept after all.
    if (current && read?.ok && saysTheSame(read.content, current))
      return { kind: 'saved', version: current.version };
    return current && current.version !== version ? { kind: 'conflict' } : { kind: 'refused', problem };
  }

  /** What is said of the sheet as a whole is that it is empty, which it is no longer. */
  private keep({ item, current, remarks, filled, asked }: Answer<'saveSheetItem'>): void {
    this.known.update((sheet) => ({
      ...sheet,
      filled,
      asked,
      items: sheet.items.map((one) => (one.id === item ? { ...one, current } : one)),
      remarks: [
        ...sheet.remarks.filter(({ items }) => items.length > 0 && !items.includes(item)),
        ...remarks,
      ],
    }));
  }
}
