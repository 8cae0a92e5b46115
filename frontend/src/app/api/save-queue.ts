import { computed, signal } from '@angular/core';
import type { ApiProblem } from './api-problem';

/** Typing goes on: what was typed is sent when nothing more came for this long. */
const PAUSE_MS = 800;
/** Without an answer it is tried again after this long, and at once when the browser says that it is on line. */
const RETRY_MS = 10_000;

/** What was typed in one item, and the version of the item that it was typed over (0: nothing was there). */
export interface Unsent<Entry> {
  readonly item: string;
  readonly entry: Entry;
  readonly version: number;
}

/** What became of a save: kept, changed by somebody else meanwhile, refused by a rule, or without an answer. */
export type Answered =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  | { readonly kind: 'lost' };

/**
 * `incomplete`: the person has still to type something before it can be sent. `offline`: no answer came, it is sent
 * when the connection is back. `conflict` and `refused` wait for the person.
 */
export type UnsentState = 'incomplete' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';
export type SaveState = UnsentState | 'saved';

export interface UnsentRow<Entry> extends Unsent<Entry> {
  readonly state: UnsentState;
  readonly problem: ApiProblem | null;
}

/** Where what was typed outlives the page, for as long as the tab is open. */
export interface UnsentStore<Entry> {
  read(): readonly Unsent<Entry>[];
  write(rows: readonly Unsent<Entry>[]): void;
}

export interface SaveQueueParts<Entry> {
  send(unsent: Unsent<Entry>): Promise<Answered>;
  /** Whether what was typed is whole, so that the server can be asked to keep it. */
  sendable(item: string, entry: Entry): boolean;
  isOnline(): boolean;
  readonly store: UnsentStore<Entry>;
}

/** What is said of the whole sheet: the first of these that any item is in. */
const ORDER: readonly UnsentState[] = ['conflict', 'refused', 'offline', 'saving', 'waiting', 'incomplete'];

/**
 * Saves item by item what is typed into a sheet: one request at a time, in the order of typing, only the last entry of
 * an item. Nothing typed is ever dropped: without a connection it waits here and in the tab's storage, and it goes away
 * only when the server has kept it or the person takes what somebody else wrote.
 */
export class SaveQueue<Entry> {
  private readonly rows = signal<ReadonlyMap<string, UnsentRow<Entry>>>(new Map());
  private working: Promise<void> | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** Everything that the server has not kept yet, in the order of typing. */
  readonly unsent = computed(() => [...this.rows().values()]);
  readonly state = computed<SaveState>(() => {
    const states = this.unsent().map((row) => row.state);
    return ORDER.find((one) => states.includes(one)) ?? 'saved';
  });

  constructor(private readonly parts: SaveQueueParts<Entry>) {}

  /** Takes up what an earlier page of this tab could not send. */
  restore(): void {
    for (const { item, entry, version } of this.parts.store.read()) this.type(item, entry, version);
  }

  of(item: string): UnsentRow<Entry> | undefined {
    return this.rows().get(item);
  }

  /** Something was typed; `version` is the one that the reader saw when the typing began. */
  type(item: string, entry: Entry, version: number): void {
    const before = this.rows().get(item);
    const busy = before?.state === 'saving' || before?.state === 'conflict';
    const fresh = this.parts.sendable(item, entry) ? 'waiting' : 'incomplete';
    this.put({
      item,
      entry,
      version: before?.version ?? version,
      state: busy ? before.state : fresh,
      problem: null,
    });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Sends now what can be sent; done when all of it is answered, or no answer comes. */
  flush(): Promise<void> {
    clearTimeout(this.pause);
    this.working ??= this.work().finally(() => (this.working = null));
    return this.working;
  }

  /** The connection may be back: what waited for it is sent, in its order. */
  resume(): Promise<void> {
    clearTimeout(this.retry);
    for (const row of this.unsent()) if (row.state === 'offline') this.put({ ...row, state: 'waiting' });
    return this.flush();
  }

  /** In a conflict: what was typed here is to stand over what somebody else wrote, whose version this is. */
  keepMine(item: string, version: number): Promise<void> {
    const row = this.rows().get(item);
    if (row) this.put({ ...row, version, state: this.fresh(row), problem: null });
    return this.flush();
  }

  /** What was typed here is given up, such as in a conflict for what somebody else wrote. */
  drop(item: string): void {
    const rows = new Map(this.rows());
    rows.delete(item);
    this.set(rows);
  }

  /** The page is left: nothing is sent any more, what is unsent stays in the storage. */
  stop(): void {
    clearTimeout(this.pause);
    clearTimeout(this.retry);
  }

  private async work(): Promise<void> {
    for (;;) {
      const next = this.unsent().find((row) => row.state === 'waiting');
      if (!next) return;
      if (!this.parts.isOnline()) return this.wait();
      this.put({ ...next, state: 'saving' });
      const answered = await this.parts.send(next);
      this.settle(next, answered);
      if (answered.kind === 'lost') return this.wait();
    }
  }

  private settle(sent: Unsent<Entry>, answered: Answered): void {
    const row = this.rows().get(sent.item);
    if (!row) return;
    const typedOn = row.entry !== sent.entry;
    if (answered.kind === 'saved') {
      if (!typedOn) return this.drop(sent.item);
      return this.put({ ...row, version: answered.version, state: this.fresh(row) });
    }
    if (answered.kind === 'lost') return this.put({ ...row, state: 'offline' });
    if (answered.kind === 'conflict') return this.put({ ...row, state: 'conflict' });
    if (typedOn) return this.put({ ...row, state: this.fresh(row) });
    this.put({ ...row, state: 'refused', problem: answered.problem });
  }

  private wait(): void {
    for (const row of this.unsent()) if (row.state === 'waiting') this.put({ ...row, state: 'offline' });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.resume(), RETRY_MS);
  }

  private fresh(row: Unsent<Entry>): UnsentState {
    return this.parts.sendable(row.item, row.entry) ? 'waiting' : 'incomplete';
  }

  private put(row: UnsentRow<Entry>): void {
    this.set(new Map(this.rows()).set(row.item, row));
  }

  private set(rows: ReadonlyMap<string, UnsentRow<Entry>>): void {
    this.rows.set(rows);
    this.parts.store.write([...rows.values()].map(({ item, entry, version }) => ({ item, entry, version })));
  }
}
