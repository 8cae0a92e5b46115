import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Restriction } from '@yuheng/shared/contract/account';

/** What has a page of its own; the second factor of a session without it is asked for in place. */
export type PagedRestriction = Exclude<Restriction, 'second-factor'>;

const PAGES: Readonly<Record<PagedRestriction, string>> = {
  'password-change': '/account/password',
  'second-factor-enrolment': '/account/second-factor',
};

/** A session that has something to do first is led to the page where it is done, and on to where it wanted to go. */
@Injectable({ providedIn: 'root' })
export class RestrictedWay {
  private readonly router = inject(Router);

  /** Leads there from the page that is open. */
  lead(restriction: PagedRestriction): void {
    void this.goOn(restriction, this.router.url);
  }

  /** Leads to what is due, or with nothing due to the page that was wanted. */
  async goOn(restriction: PagedRestriction | null, wanted: string): Promise<void> {
    if (!restriction) {
      await this.router.navigateByUrl(wanted);
      return;
    }
    const page = PAGES[restriction];
    if (this.router.url.split('?')[0] === page) return;
    await this.router.navigate([page], { queryParams: { return: this.beyond(wanted) } });
  }

  /** One duty after the other: what the first page was to return to is what the second returns to. */
  private beyond(wanted: string): string {
    const path = wanted.split('?')[0] ?? '';
    const returns = this.router.parseUrl(wanted).queryParamMap.get('return');
    return Object.values(PAGES).includes(path) ? (returns ?? '/') : wanted;
  }
}

/** The duty that has a page, if there is one. */
export const pagedRestriction = (restriction: Restriction | null): PagedRestriction | null =>
  restriction === 'second-factor' ? null : restriction;
