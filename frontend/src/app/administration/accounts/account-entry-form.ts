import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { Role } from '@yuheng/shared/contract/roles';
import { readTelephoneNumber } from '@yuheng/shared/domain/personal-data/telephone-number';

/** What can be entered of an account, apart from its telephone number, which is only shown masked. */
export interface AccountEntry {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly place: string;
  readonly openIdSubject: string;
}

export const entryOf = ({ name, roles, place, openIdSubject }: AdministeredAccount): AccountEntry => ({
  name,
  roles,
  place: place.id,
  openIdSubject: openIdSubject ?? '',
});

const USERNAME = /^[a-z][a-z0-9-]{2,39}$/;

const text = (...validators: (typeof Validators)['required'][]) =>
  new FormControl('', { nonNullable: true, validators });

/** The user name and name of a person, and the number, which may be left out. */
const personControls = () => ({
  username: text(Validators.required, Validators.pattern(USERNAME)),
  name: text(Validators.required, Validators.pattern(/\S/), Validators.maxLength(50)),
  phone: text(({ value }) =>
    value === '' || readTelephoneNumber(String(value), '').ok ? null : { telephone: true },
  ),
});

/** The fields of an account as they are typed. */
export const accountForm = () =>
  new FormGroup({
    ...personControls(),
    removePhone: new FormControl(false, { nonNullable: true }),
    openIdSubject: text(Validators.maxLength(255)),
    roles: new FormControl<readonly Role[]>([], { nonNullable: true, validators: [Validators.required] }),
    place: text(Validators.required),
    reason: text(),
  });
export type AccountForm = ReturnType<typeof accountForm>;

/** The fields of a hand-over: who comes, and why. */
export const handOverForm = () =>
  new FormGroup({ ...personControls(), reason: text(Validators.required, Validators.pattern(/\S/)) });
export type PersonForm = FormGroup<ReturnType<typeof personControls>>;

/** What stands in the form, as an entry that can be compared with a stored one. */
export const typedEntry = (form: AccountForm): AccountEntry => {
  const { name, roles, place, openIdSubject } = form.getRawValue();
  return { name: name.trim(), roles, place, openIdSubject: openIdSubject.trim() };
};
