import { computed, signal, type Signal } from '@angular/core';
import { Attempt } from './attempt';

/** A list that is read a page at a time: the first by the page itself, the others when somebody asks for more. */
export interface FurtherPages<Page> {
  /** The first page and those that were asked for since; without the first none. */
  readonly shown: Signal<readonly Page[]>;
  /** There is another page after the last one shown. */
  readonly hasMore: Signal<boolean>;
  /** The attempt to read the next page. */
  readonly attempt: Attempt;
  more(): Promise<void>;
}

/** What was asked for belongs to the first page that it follows: once that one is read anew, the list begins anew. */
export function furtherPages<Page extends { readonly next: string | number | null }>(
  first: Signal<Page | undefined>,
  read: (cursor: NonNullable<Page['next']>, first: Page) => Promise<Page>,
): FurtherPages<Page> {
  const further = signal<{ readonly after: Page; readonly pages: readonly Page[] } | null>(null);
  const attempt = new Attempt();
  const shown = computed<readonly Page[]>(() => {
    const page = first();
    if (!page) return [];
    const asked = further();
    return asked?.after === page ? [page, ...asked.pages] : [page];
  });
  const next = computed<Page['next']>(() => shown().at(-1)?.next ?? null);
  return {
    shown,
    hasMore: computed(() => next() !== null),
    attempt,
    more: async () => {
      const [after, ...pages] = shown();
      const cursor = next();
      if (!after || cursor === null) return;
      await attempt.run(async () => {
        const page = await read(cursor, after);
        further.set({ after, pages: [...pages, page] });
      });
    },
  };
}
