import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import {
  NonNullableFormBuilder,
  ReactiveFormsModule,
  Validators,
  type AbstractControl,
} from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiProblem, networkProblem } from '../api/api-problem';
import { Client } from '../api/client';
import { DisplayChoices } from '../shell/display-choices';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { FIRST_ADMINISTRATOR_TEXTS } from './first-administrator-texts';

export const PASSWORD_LENGTH = 12;

const sameTwice = (form: AbstractControl<{ password: string; again: string }>) =>
  form.value.password === form.value.again ? null : { differ: true };

/** The one-time link that the first start prints leads here: `/first-administrator#<token>`. */
@Component({
  selector: 'yh-first-administrator',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, DisplayChoices, Page, ProblemNotice],
  templateUrl: './first-administrator.html',
  styleUrl: './first-administrator.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstAdministrator {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  /** Behind the #, so that it is sent to no server and stands in no log. */
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';

  protected readonly form = inject(NonNullableFormBuilder).group(
    {
      username: ['', [Validators.required, Validators.pattern(/^[a-z][a-z0-9-]{2,39}$/)]],
      name: ['', [Validators.required, Validators.maxLength(50)]],
      password: ['', [Validators.required, Validators.minLength(PASSWORD_LENGTH), Validators.maxLength(200)]],
      again: [''],
    },
    { validators: sameTwice },
  );
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  constructor() {
    useTexts('first-administrator', FIRST_ADMINISTRATOR_TEXTS);
  }

  protected lacking(): number {
    return Math.max(0, PASSWORD_LENGTH - this.form.controls.password.value.length);
  }

  protected async submit(): Promise<void> {
    this.asked.set(true);
    if (this.form.invalid || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { username, name, password } = this.form.getRawValue();
    try {
      const made = await this.client.call('makeFirstAdministrator', {
        body: { token: this.token, username, name: name.trim(), password },
      });
      await this.router.navigate(['/sign-in'], { queryParams: { made: made.username }, replaceUrl: true });
    } catch (failure) {
      this.problem.set(failure instanceof ApiProblem ? failure : networkProblem());
    } finally {
      this.busy.set(false);
    }
  }
}
