import { computed, effect, inject, type Signal } from '@angular/core';
import type { ProgramId } from '@yuheng/shared/contract/values';
import { ViewState } from '../api/view-state';

/**
 * Program and year of the address; where it names no year the page means the year after the one that is gathered, and
 * says so in the address. Undefined until then. Call in an injection context.
 */
export function yearToCome(): Signal<{ readonly program: ProgramId; readonly year: number } | undefined> {
  const view = inject(ViewState);
  const hasYear = computed(() => view.query().has('year'));
  effect(() => {
    if (!hasYear()) void view.change({ year: view.year() + 1 }, true);
  });
  return computed(() => (hasYear() ? view.selection() : undefined));
}

/**
 * What is shown by its id tells program and year to the address, so that the frame and the links beside it mean the same.
 * Call in an injection context.
 */
export function yearOfContent(
  content: Signal<{ readonly program: ProgramId; readonly year: number } | undefined>,
): void {
  const view = inject(ViewState);
  effect(() => {
    const of = content();
    if (of && !view.query().has('year')) void view.change({ program: of.program, year: of.year }, true);
  });
}
