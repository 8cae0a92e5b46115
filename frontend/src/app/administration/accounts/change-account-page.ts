import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { Attempt } from '../../api/attempt';
import { Client } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { changedKeys, rebase } from '../../ui/rebase';
import { VersionConflict } from '../../ui/version-conflict';
import { accountForm, entryOf, typedEntry } from './account-entry-form';
import { accountSource } from './account-source';
import { exclusions } from './account-roles';
import { AccountWords } from './account-words';
import { ACCOUNTS_TEXTS } from './accounts-texts';
import { PersonFields } from './person-fields';
import { RoleChoice } from './role-choice';

/** Changes an account; a change that another administrator made meanwhile is shown beside what was typed. */
@Component({
  selector: 'yh-change-account',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    Field,
    Page,
    PersonFields,
    ProblemNotice,
    ReasonField,
    RoleChoice,
    VersionConflict,
  ],
  templateUrl: './change-account-page.html',
  styleUrls: ['../form.css', './narrow-form.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeAccountPage {
  private readonly client = inject(Client);
  private readonly router = inject(Router);
  private readonly words = inject(AccountWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** The id of the account, from the address. */
  readonly account = input.required<string>();

  protected readonly form = accountForm();
  protected readonly attempt = new Attempt();
  protected readonly source = accountSource(this.account);
  private readonly placeList = pageSource('listPlaces', () => ({}));
  protected readonly places = computed(() => this.placeList.value()?.places ?? []);
  /** The version that is being changed. */
  protected readonly opened = signal<AdministeredAccount | null>(null);
  /** Somebody else changed it: the version of now, null while it could not be read. */
  protected readonly clash = signal<{ readonly now: AdministeredAccount | null } | null>(null);
  protected readonly conflictRows = computed(() => {
    const [opened, now] = [this.opened(), this.clash()?.now];
    if (!opened || !now) return null;
    const { name, roles, place, openIdSubject } = typedEntry(this.form);
    return this.words.conflict(opened, now, {
      name,
      roles: this.words.roles(roles),
      place: this.places().find((one) => one.id === place)?.name ?? '—',
      openIdSubject: openIdSubject || '—',
    });
  });
  protected readonly nothing = signal(false);

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('accounts', ACCOUNTS_TEXTS);
    effect(() => {
      const account = this.source.value();
      if (account) untracked(() => this.open(account));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const opened = this.opened();
    if (!opened) return;
    this.attempt.asked.set(true);
    const { phone, removePhone, reason } = this.form.getRawValue();
    const entry = typedEntry(this.form);
    this.nothing.set(changedKeys(entryOf(opened), entry).length === 0 && phone.trim() === '' && !removePhone);
    if (this.form.invalid || exclusions(entry.roles).length > 0 || !reason.trim()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    if (this.nothing()) return;
    const { name, roles, place, openIdSubject } = entry;
    const body = {
      version: opened.version,
      ...{ name, place, roles: [...roles], openIdSubject: openIdSubject || null, reason: reason.trim() },
      ...(removePhone ? { phone: null } : phone.trim() ? { phone: phone.trim() } : {}),
    };
    const params = { account: this.account() };
    const done = await this.attempt.run(() => this.client.call('changeAccount', { params, body }));
    if (done) await this.goBack();
    else await this.readConflict();
  }

  /** What is stored now, after somebody else has changed it. A name that is taken says so at its field instead. */
  protected async readConflict(): Promise<void> {
    const problem = this.attempt.problem();
    if (problem && (problem.kind !== 'conflict' || problem.errors.length > 0)) return;
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const params = { account: this.account() };
    const now = await this.client.call('readAdministeredAccount', { params }).catch(() => null);
    this.clash.set({ now });
  }

  protected keepTyped(): void {
    const [opened, now] = [this.opened(), this.clash()?.now];
    if (!opened || !now) return;
    this.form.patchValue(rebase(entryOf(opened), entryOf(now), typedEntry(this.form)));
    this.opened.set(now);
    this.clash.set(null);
  }

  protected discardTyped(): void {
    const now = this.clash()?.now;
    if (now) this.open(now);
  }

  private open(account: AdministeredAccount): void {
    this.form.reset({ username: account.username, ...entryOf(account) });
    this.opened.set(account);
    this.clash.set(null);
    this.attempt.clear();
  }

  private async goBack(): Promise<void> {
    await this.router.navigate(['/administration/accounts', this.account()], {
      queryParamsHandling: 'preserve',
      replaceUrl: true,
      info: 'saved',
    });
  }
}
