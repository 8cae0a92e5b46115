import { computed, type Signal } from '@angular/core';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { pageSource, type PageSource } from '../../api/page-source';

export interface AccountSource extends PageSource<AdministeredAccount> {
  /** For the frame of the page, which takes `state` for that of figures: an account has one of its own. */
  readonly frame: PageSource<{ readonly account: AdministeredAccount }>;
}

/** One account, by the id in the address. Call in an injection context. */
export function accountSource(id: Signal<string>): AccountSource {
  const source = pageSource('readAdministeredAccount', () => ({ params: { account: id() } }));
  const value = computed(() => {
    const account = source.value();
    return account && { account };
  });
  return { ...source, frame: { ...source, value } };
}
