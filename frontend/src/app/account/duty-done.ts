import { inject, Injectable } from '@angular/core';
import { OwnAccount } from '../api/own-account';
import { pagedRestriction, RestrictedWay } from '../api/restricted-way';
import { safeReturn } from '../api/safe-return';

/** What the account had to do before anything else is done. */
@Injectable({ providedIn: 'root' })
export class DutyDone {
  private readonly own = inject(OwnAccount);
  private readonly way = inject(RestrictedWay);

  /** To what is due next, or to the page that was asked for by `?return=`; without one to the account. */
  async goOn(asked: string | undefined): Promise<void> {
    const details = await this.own.renew().catch(() => null);
    await this.way.goOn(pagedRestriction(details?.restriction ?? null), safeReturn(asked ?? '/account'));
  }
}
