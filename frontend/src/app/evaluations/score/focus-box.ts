import { afterNextRender, type Injector } from '@angular/core';

/** Puts the focus into a box of the table, its text selected; into one that is only about to be drawn, once it is. */
export function focusBox(host: HTMLElement, key: string, injector: Injector): void {
  const find = (): HTMLInputElement | null => {
    const box = host.querySelector<HTMLElement>(`[id="box-${key}"]`);
    return (box?.matches('[data-box]') ? box : box?.querySelector('[data-box]')) as HTMLInputElement | null;
  };
  const take = (box: HTMLInputElement | null): void => {
    box?.focus();
    if (box?.type === 'text') box.select();
  };
  const box = find();
  if (box) return take(box);
  afterNextRender(() => take(find()), { injector });
}
