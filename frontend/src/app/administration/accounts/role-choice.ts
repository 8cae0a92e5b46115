import { ChangeDetectionStrategy, Component, computed, effect, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role } from '@yuheng/shared/contract/roles';
import { map, startWith, switchMap } from 'rxjs';
import { SaidPipe } from '../../ui/said';
import type { AccountForm } from './account-entry-form';
import type { Place } from './account-filter-form';
import { allFit, exclusions, ROLE_GROUPS } from './account-roles';

/** Roles in words, each with what it does, and the places at which all of the chosen ones may be held. */
@Component({
  selector: 'yh-role-choice',
  imports: [ReactiveFormsModule, TranslocoPipe, SaidPipe],
  templateUrl: './role-choice.html',
  styleUrls: ['../form.css', './role-choice.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoleChoice {
  readonly form = input.required<AccountForm>();
  readonly places = input.required<readonly Place[]>();
  readonly asked = input.required<boolean>();

  protected readonly groups = ROLE_GROUPS;
  protected readonly chosen = toSignal(
    toObservable(this.form).pipe(
      switchMap(({ controls }) =>
        controls.roles.valueChanges.pipe(
          startWith(null),
          map(() => controls.roles.value),
        ),
      ),
    ),
    { initialValue: [] as readonly Role[] },
  );
  protected readonly fitting = computed(() =>
    this.places().filter(({ kind }) => allFit(this.chosen(), kind)),
  );
  protected readonly excluded = computed(() => exclusions(this.chosen()));

  constructor() {
    effect(() => {
      const [fitting, { place }] = [this.fitting(), this.form().controls];
      if (this.chosen().length === 0 || this.places().length === 0) return;
      if (fitting.some((one) => one.id === place.value)) return;
      // Where there is one place only, there is nothing to choose.
      place.setValue(fitting.length === 1 ? (fitting[0]?.id ?? '') : '');
    });
  }

  protected toggle(role: Role, event: Event): void {
    const { roles } = this.form().controls;
    const others = roles.value.filter((one) => one !== role);
    roles.setValue((event.target as HTMLInputElement).checked ? [...others, role] : others);
  }
}
