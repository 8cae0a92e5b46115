import { FormArray, FormControl, FormGroup, Validators } from '@angular/forms';
import type { StoredDutyRule } from '@yuheng/shared/contract/duties';
import type { CallOptions } from '../../api/client';

type Clock = StoredDutyRule['clock'];
type Basis = StoredDutyRule['bases'][number];
export type Unit = Exclude<Clock, { from: 'fixedDays' }>['term']['unit'];

const text = (value: string) =>
  new FormControl(value, { nonNullable: true, validators: Validators.required });
const count = (value: number, least: number, most: number) =>
  new FormControl(value, {
    nonNullable: true,
    validators: [Validators.required, Validators.min(least), Validators.max(most)],
  });

export const basisGroup = (basis?: Basis, year = 2000) =>
  new FormGroup({
    document: text(basis?.document ?? ''),
    clause: text(basis?.clause ?? ''),
    year: count(basis?.year ?? year, 2000, 2100),
    quotation: text(basis?.quotation ?? ''),
    statesTerm: new FormControl(basis?.statesTerm ?? false, { nonNullable: true }),
    until: new FormControl<number | null>(basis?.until ?? null, [Validators.min(2000), Validators.max(2100)]),
  });

/** The terms of a rule as they may be changed; how its clock starts is part of what the duty is, and stays. */
export function dutyRuleForm({ clock, bases }: StoredDutyRule, year: number) {
  const days = clock.from === 'fixedDays' ? clock.days : [];
  const term = clock.from === 'fixedDays' ? { unit: 'days' as Unit, count: 1 } : clock.term;
  return new FormGroup({
    fromYear: count(year, 2000, 2100),
    count: count(term.count, 1, 366),
    unit: new FormControl<Unit>(term.unit, { nonNullable: true }),
    days: new FormArray(
      days.map(
        (day) =>
          new FormGroup({
            month: count(day.month, 1, 12),
            day: count(day.day, 1, 31),
            nextYear: new FormControl(day.nextYear, { nonNullable: true }),
          }),
      ),
    ),
    bases: new FormArray(bases.map((basis) => basisGroup(basis))),
    reason: text(''),
  });
}
export type DutyRuleForm = ReturnType<typeof dutyRuleForm>;

/** What is sent of a form for a rule. */
export function termsOf(
  form: DutyRuleForm,
  { clock }: StoredDutyRule,
): CallOptions<'changeDutyRule'>['body'] {
  const { fromYear, count: number, unit, days, bases, reason } = form.getRawValue();
  return {
    fromYear,
    clock:
      clock.from === 'fixedDays'
        ? { from: clock.from, days }
        : { from: clock.from, term: { unit, count: number } },
    bases,
    reason: reason.trim(),
  };
}
