import { computed, signal } from '@angular/core';
import type { MethodDefinition, MethodDraft } from '@yuheng/shared/contract/evaluation-methods';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import { checkMethod } from '@yuheng/shared/domain/scoring/method-checks/check-method';
import type { MethodFinding } from '@yuheng/shared/domain/scoring/method-checks/method-check';
import { diffMethods } from '@yuheng/shared/domain/scoring/method-diff/diff-methods';
import { inTreeOrder } from '@yuheng/shared/domain/scoring/method-table/method-table';
import { asApiProblem, type ApiProblem, type ClientProblem } from '../api/api-problem';
import type { Client } from '../api/client';
import { SaveQueue, type Answered, type Unsent } from '../api/save-queue';
import { unsentStorage } from '../api/unsent-storage';
import type { Indicators } from './tree-edits';

/** What is written of a draft and saved together. */
export interface Content {
  readonly name: Bilingual;
  readonly basis: string;
  readonly definition: MethodDefinition;
}

/** What goes away by itself: it is tried again, and nothing typed is lost. */
const PASSING: readonly ClientProblem[] = [
  'network',
  'unreadable',
  'unavailable',
  'too-many-requests',
  'sign-in-required',
  'second-factor-required',
];
/** A draft is saved as a whole. */
const WHOLE = 'method';
const MOST_STEPS_BACK = 100;

const METRIC_UNITS = new Map(
  Object.values(METRICS).map(({ definition }) => [definition.code, definition.unit] as const),
);

/** The method with its list in the order of its tree, in which it is edited. */
const ordered = (definition: MethodDefinition): MethodDefinition => ({
  ...definition,
  indicators: [...(inTreeOrder(definition).indicators as MethodDefinition['indicators'])],
});

const contentOf = ({ name, basis, definition }: MethodDraft): Content => ({
  name,
  basis,
  definition: ordered(definition),
});
const same = (one: Content, other: Content): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A draft that is being worked on: what the server knows of it, over that what was typed, and the way back. */
export class MethodDesk {
  private readonly known;
  readonly draft;
  private readonly typed;
  readonly content;
  readonly queue: SaveQueue<Content>;
  private readonly back = signal<readonly Content[]>([]);
  /** What the last change was of: typing on in one field is one step back. */
  private lastKey: string | null = null;

  constructor(
    private readonly client: Pick<Client, 'call'>,
    draft: MethodDraft,
    account: string,
  ) {
    this.known = signal(draft);
    this.draft = this.known.asReadonly();
    this.typed = signal(contentOf(draft));
    this.content = this.typed.asReadonly();
    this.queue = new SaveQueue<Content>({
      send: (unsent) => this.send(unsent),
      sendable: () => true,
      isOnline: () => globalThis.navigator.onLine,
      store: unsentStorage(account, `method.${draft.draft}`),
    });
  }

  readonly definition = computed(() => this.content().definition);
  readonly indicators = computed<Indicators>(() => this.definition().indicators);
  readonly canGoBack = computed(() => this.back().length > 0);
  /** Everything that forbids the publication, and what will hardly be meant, of what stands here now. */
  readonly check = computed<readonly MethodFinding[]>(() =>
    checkMethod(this.definition(), {
      metricUnits: METRIC_UNITS,
      inspectionItems: new Set(this.draft().inspectionItems.map(({ id }) => id)),
    }),
  );
  /** What it changes of the version that it was made from; null where it was made from nothing. */
  readonly changes = computed(() => {
    const { base } = this.draft();
    return base && diffMethods(base.definition, this.definition());
  });
  /** In a conflict: what taking what stands here would change of what the other one wrote. */
  readonly against = computed(() => diffMethods(ordered(this.draft().definition), this.definition()));

  /** Takes up what was typed earlier in this tab and not kept. */
  restore(): void {
    this.queue.restore();
    const unsent = this.queue.of(WHOLE);
    if (unsent) this.typed.set(unsent.entry);
  }

  /** `key`: what is changed, so that typing on in it is one step back. */
  change(changes: Partial<Content>, key: string | null = null): void {
    const before = this.content();
    const after = { ...before, ...changes };
    if (same(before, after)) return;
    if (key === null || key !== this.lastKey) {
      this.back.update((steps) => [...steps.slice(1 - MOST_STEPS_BACK), before]);
    }
    this.lastKey = key;
    this.put(after);
  }

  setIndicators(indicators: Indicators, key: string | null = null): void {
    this.change({ definition: { ...this.definition(), indicators: [...indicators] } }, key);
  }

  goBack(): void {
    const before = this.back().at(-1);
    if (!before) return;
    this.back.update((steps) => steps.slice(0, -1));
    this.lastKey = null;
    this.put(before);
  }

  /** In a conflict: what stands here is to stand over what the other one wrote. */
  keepMine(): Promise<void> {
    return this.queue.keepMine(WHOLE, this.draft().lock);
  }

  /** In a conflict, or where the server refused: what the server has is taken; the way back leads to what stood here. */
  takeTheirs(): void {
    this.queue.drop(WHOLE);
    this.back.update((steps) => [...steps, this.content()]);
    this.lastKey = null;
    this.typed.set(contentOf(this.draft()));
  }

  get problem(): ApiProblem | null {
    return this.queue.of(WHOLE)?.problem ?? null;
  }

  private put(content: Content): void {
    this.typed.set(content);
    this.queue.type(WHOLE, content, this.draft().lock);
  }

  private async send({ entry, version }: Unsent<Content>): Promise<Answered> {
    const { draft } = this.draft();
    try {
      const { name, basis, definition } = entry;
      const body = { name, basis, definition };
      const saved = await this.client.call('saveMethodDraft', { params: { draft }, version, body });
      this.known.set(saved);
      return { kind: 'saved', version: saved.lock };
    } catch (failure) {
      const problem = asApiProblem(failure);
      if (PASSING.includes(problem.kind)) return { kind: 'lost' };
      if (problem.kind !== 'conflict') return { kind: 'refused', problem };
      return this.whatHappened(entry);
    }
  }

  /** A save met another version: somebody else wrote, or the answer to an earlier try was lost and it was kept. */
  private async whatHappened(entry: Content): Promise<Answered> {
    const { draft } = this.draft();
    try {
      const now = await this.client.call('readMethodDraft', { params: { draft } });
      this.known.set(now);
      return same(contentOf(now), entry) ? { kind: 'saved', version: now.lock } : { kind: 'conflict' };
    } catch {
      return { kind: 'lost' };
    }
  }
}
