import { ChangeDetectionStrategy, Component, ElementRef, inject, Injector, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { LoneFrame } from '../shell/lone-frame';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';
import { NewPassword, type PasswordRules } from '../ui/new-password';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { FIRST_ADMINISTRATOR_TEXTS } from './first-administrator-texts';

/** As an installation is set before anybody could set it otherwise. */
const FIRST_RULES: PasswordRules = { length: 12, classes: 3 };

/** The one-time link that the first start prints leads here: `/first-administrator#<token>`. */
@Component({
  selector: 'yh-first-administrator',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    LoneFrame,
    Field,
    NewPassword,
    Page,
    ProblemNotice,
  ],
  templateUrl: './first-administrator.html',
  styleUrl: './first-administrator.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstAdministrator {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** Behind the #, so that it is sent to no server and stands in no log. */
  protected readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  private readonly newPassword = viewChild(NewPassword);

  protected readonly form = inject(NonNullableFormBuilder).group({
    username: ['', [Validators.required, Validators.pattern(/^[a-z][a-z0-9-]{2,39}$/)]],
    name: ['', [Validators.required, Validators.maxLength(50)]],
  });
  protected readonly rules = FIRST_RULES;
  protected readonly attempt = new Attempt();

  constructor() {
    useTexts('first-administrator', FIRST_ADMINISTRATOR_TEXTS);
  }

  protected async submit(): Promise<void> {
    this.attempt.asked.set(true);
    const password = this.newPassword()?.value() ?? null;
    if (this.form.invalid || password === null) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { username, name } = this.form.getRawValue();
    await this.attempt.run(async () => {
      const made = await this.client.call('makeFirstAdministrator', {
        body: { token: this.token, username, name: name.trim(), password },
      });
      await this.router.navigate(['/sign-in'], { queryParams: { made: made.username }, replaceUrl: true });
    });
  }
}
