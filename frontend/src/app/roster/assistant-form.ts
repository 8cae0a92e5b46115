import { FormArray, FormControl, FormGroup, Validators } from '@angular/forms';
import type { Assistant } from '@yuheng/shared/contract/roster';

const text = (value = '', ...validators: (typeof Validators)['required'][]) =>
  new FormControl(value, { nonNullable: true, validators });

export type PeriodForm = ReturnType<typeof periodForm>;
export type AssistantForm = ReturnType<typeof assistantForm>;

/** One period on post; an empty last day is one that is open. */
export const periodForm = ({ from, until, reason }: Assistant['periods'][number]) =>
  new FormGroup({
    from: text(from, Validators.required),
    until: text(until ?? ''),
    reason: text(reason ?? ''),
  });

/** The fields of a person as they are typed; an empty number of somebody who is changed stays as it is. */
export const assistantForm = () =>
  new FormGroup({
    name: text('', Validators.required, Validators.pattern(/\S/), Validators.maxLength(50)),
    identityNumber: text(),
    bankCard: text(),
    removeCard: new FormControl(false, { nonNullable: true }),
    employment: new FormControl<Assistant['employment']>('laborContract', { nonNullable: true }),
    office: text(),
    contractFrom: text(),
    contractUntil: text(),
    insuredSince: text(),
    onPostFrom: text(),
    periods: new FormArray<PeriodForm>([]),
    reason: text(),
  });

/** Shows a stored person; numbers are never shown whole, so that their fields are empty. */
export function fillForm(form: AssistantForm, person: Assistant): void {
  form.patchValue({
    name: person.name ?? '',
    employment: person.employment,
    office: person.office?.id ?? '',
    contractFrom: person.contractFrom ?? '',
    contractUntil: person.contractUntil ?? '',
    insuredSince: person.insuredSince ?? '',
  });
  form.controls.periods.clear();
  for (const period of person.periods) form.controls.periods.push(periodForm(period));
}

/** What both kinds of saving send. */
export function detailsOf(form: AssistantForm) {
  const { name, employment, office, contractFrom, contractUntil, insuredSince } = form.getRawValue();
  return {
    name: name.trim(),
    employment,
    office: office || null,
    contractFrom: contractFrom || null,
    contractUntil: contractUntil || null,
    insuredSince: insuredSince || null,
  };
}

export const periodsOf = (form: AssistantForm): Assistant['periods'] =>
  form.controls.periods
    .getRawValue()
    .map(({ from, until, reason }) => ({ from, until: until || null, reason: reason.trim() || null }));
