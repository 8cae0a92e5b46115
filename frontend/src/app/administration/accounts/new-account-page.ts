import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { accountForm, typedEntry } from './account-entry-form';
import { exclusions } from './account-roles';
import { ACCOUNTS_TEXTS } from './accounts-texts';
import { FirstPassword, type WithFirstPassword } from './first-password';
import { PersonFields } from './person-fields';
import { RoleChoice } from './role-choice';

/** A new account: for whom, to do what, where; its first password is shown once. */
@Component({
  selector: 'yh-new-account',
  imports: [RouterLink, TranslocoPipe, Field, FirstPassword, Page, PersonFields, ProblemNotice, RoleChoice],
  template: `
    <yh-page title="accounts.form.new" question="accounts.form.newQuestion" [source]="placeList">
      @if (placeList.value()) {
        <form class="card" (submit)="send($event)">
          <yh-person-fields [of]="form.controls" [isNew]="true" [asked]="attempt.asked()" />
          <yh-role-choice [form]="form" [places]="places()" [asked]="attempt.asked()" />
          <yh-field
            fieldId="subject"
            [label]="'accounts.openIdSubject' | transloco"
            [hint]="'accounts.form.subjectHint' | transloco"
            [control]="form.controls.openIdSubject"
          />
          <p class="note">{{ 'accounts.form.pendingHint' | transloco }}</p>
          @if (attempt.problem(); as problem) {
            <yh-problem [problem]="problem" [canRetry]="false" />
          }
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ (attempt.busy() ? 'accounts.form.creating' : 'accounts.form.create') | transloco }}
            </button>
            <a class="button" routerLink="/administration/accounts" queryParamsHandling="preserve">{{
              'ui.cancel' | transloco
            }}</a>
          </p>
        </form>
      }
    </yh-page>
    <yh-first-password [made]="made()" (noted)="goOn()" />
  `,
  styleUrls: ['../form.css', './narrow-form.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewAccountPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly form = accountForm();
  protected readonly attempt = new Attempt();
  protected readonly made = signal<WithFirstPassword | null>(null);
  protected readonly placeList = pageSource('listPlaces', () => ({}));
  protected readonly places = computed(() => this.placeList.value()?.places ?? []);

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('accounts', ACCOUNTS_TEXTS);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const entry = typedEntry(this.form);
    if (this.form.invalid || exclusions(entry.roles).length > 0) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const { username, phone } = this.form.getRawValue();
    const { openIdSubject, name, place } = entry;
    await this.attempt.run(async () => {
      const body = {
        username,
        name,
        roles: [...entry.roles],
        place,
        ...(phone.trim() ? { phone: phone.trim() } : {}),
        ...(openIdSubject ? { openIdSubject } : {}),
      };
      this.made.set(await this.client.call('createAccount', { body }));
    });
  }

  protected async goOn(): Promise<void> {
    const id = this.made()?.account.id;
    this.made.set(null);
    await this.router.navigate(['/administration/accounts', id], { replaceUrl: true });
  }
}
