import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { ViewState } from './view-state';

/** What can be picked on a page: a county by its id, a month as YYYY-MM. */
export type Pick = { readonly county: string } | { readonly month: string };

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const KEYS = { county: 'pick', month: 'at' } as const;

/**
 * What the reader has picked on a page, in the address (`?pick=hongta&at=2025-08`): the page shows that part of what it
 * has already, without asking the server. Picking the same again leads to the records behind it.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly view = inject(ViewState);
  private readonly router = inject(Router);

  readonly county = computed(() => this.view.query().get(KEYS.county));
  /** Null too where the address names no month at all. */
  readonly month = computed(() => {
    const asked = this.view.query().get(KEYS.month);
    return asked !== null && MONTH.test(asked) ? asked : null;
  });

  /** Picks; what is picked already leads on to `drillTo`, an address inside the program, or is taken back without one. */
  async pick(what: Pick, drillTo?: string): Promise<void> {
    const [part, value] =
      'county' in what ? (['county', what.county] as const) : (['month', what.month] as const);
    const isPicked = this[part]() === value;
    if (isPicked && drillTo !== undefined) await this.router.navigateByUrl(drillTo);
    else await this.view.change({ [KEYS[part]]: isPicked ? null : value });
  }

  /** Takes one part back, or all of it. */
  async clear(part?: keyof typeof KEYS): Promise<void> {
    const parts = part ? [part] : (['county', 'month'] as const);
    await this.view.change(Object.fromEntries(parts.map((one) => [KEYS[one], null])));
  }
}
