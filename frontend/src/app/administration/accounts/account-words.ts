import { inject, Injectable } from '@angular/core';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { Role } from '@yuheng/shared/contract/roles';
import { Language } from '../../ui/language';
import { listInWords } from '../../ui/list-in-words';
import type { ConflictRow } from '../../ui/version-conflict';
import { changedKeys } from '../../ui/rebase';

/** What can be said of an account in words, and what two administrators may both have changed. */
type Facts = Pick<AdministeredAccount, 'name' | 'roles' | 'phone' | 'openIdSubject' | 'state'> & {
  readonly place: string;
};

const factsOf = ({ name, roles, place, phone, openIdSubject, state }: AdministeredAccount): Facts => ({
  name,
  roles: [...roles].sort(),
  place: place.name,
  phone,
  openIdSubject,
  state,
});

@Injectable({ providedIn: 'root' })
export class AccountWords {
  private readonly language = inject(Language);

  roles(roles: readonly Role[]): string {
    return this.list(roles.map((role) => this.language.text(`ui.role.${role}`)));
  }

  list(words: readonly string[]): string {
    return listInWords(words, this.language.current());
  }

  /** What differs between the account as it was opened and as it is now; `typed` in words, where something was typed. */
  conflict(
    opened: AdministeredAccount,
    now: AdministeredAccount,
    typed?: Readonly<Partial<Record<keyof Facts, string>>>,
  ): ConflictRow[] {
    const [before, after] = [factsOf(opened), factsOf(now)];
    return changedKeys(before, after).map((key) => ({
      label: this.language.text(`accounts.${key}`),
      before: this.fact(before, key),
      now: this.fact(after, key),
      ...(typed ? { typed: typed[key] ?? '—' } : {}),
    }));
  }

  private fact(facts: Facts, key: keyof Facts): string {
    const value = facts[key];
    if (value === null || value === '') return this.language.text('administration.none');
    if (key === 'roles') return this.roles(facts.roles);
    return key === 'state' ? this.language.text(`accounts.states.${facts.state}`) : String(value);
  }
}
