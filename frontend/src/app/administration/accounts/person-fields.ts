import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field } from '../../ui/field';

interface PersonControls {
  readonly username: FormControl<string>;
  readonly name: FormControl<string>;
  readonly phone: FormControl<string>;
}

/** Who an account is for: user name (only of a new one), name, telephone. */
@Component({
  selector: 'yh-person-fields',
  imports: [TranslocoPipe, Field],
  template: `
    @let controls = of();
    @if (isNew()) {
      <yh-field
        fieldId="username"
        [label]="'accounts.username' | transloco"
        [hint]="'accounts.form.usernameHint' | transloco"
        [control]="controls.username"
        [error]="asked() && controls.username.invalid ? ('accounts.form.usernameProblem' | transloco) : ''"
      />
    }
    <yh-field
      fieldId="name"
      [label]="'accounts.name' | transloco"
      [hint]="'accounts.form.nameHint' | transloco"
      [control]="controls.name"
      [error]="asked() && controls.name.invalid ? ('accounts.form.nameProblem' | transloco) : ''"
    />
    <yh-field
      fieldId="phone"
      kind="tel"
      [label]="'accounts.phone' | transloco"
      [hint]="'accounts.form.phoneHint' | transloco"
      [control]="controls.phone"
      [error]="asked() && controls.phone.invalid ? ('accounts.form.phoneProblem' | transloco) : ''"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonFields {
  readonly of = input.required<PersonControls>();
  readonly isNew = input.required<boolean>();
  /** The form was sent once: what is wrong is said from now on. */
  readonly asked = input.required<boolean>();
}
