import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { holds } from '../../api/has-role';
import { Session } from '../../api/session';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { actsOn, isOwn, pagesOf, type AccountAct } from './account-act';
import { AccountActDialog, type Done } from './account-act-dialog';
import { accountSource } from './account-source';
import { AccountStateMark, stateOf } from './account-state-mark';
import { AccountWords } from './account-words';
import { ACCOUNTS_TEXTS } from './accounts-texts';
import { FirstPassword, type WithFirstPassword } from './first-password';

/** One account: whose it is, whether it can be used, and what can be done with it. */
@Component({
  selector: 'yh-administered-account',
  imports: [RouterLink, TranslocoPipe, AccountActDialog, AccountStateMark, FirstPassword, MomentPipe, Page],
  templateUrl: './account-page.html',
  styleUrls: ['../form.css', './account-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministeredAccountPage {
  private readonly session = inject(Session);
  protected readonly words = inject(AccountWords);
  /** The id of the account, from the address. */
  readonly account = input.required<string>();
  protected readonly source = accountSource(this.account);
  protected readonly asking = signal<AccountAct | null>(null);
  /** What was done last on this page, or just before on the form that led here. */
  protected readonly done = signal<AccountAct | 'saved' | null>(
    inject(Router).currentNavigation()?.extras.info === 'saved' ? 'saved' : null,
  );
  protected readonly made = signal<WithFirstPassword | null>(null);
  protected readonly locked = computed(() => {
    const account = this.source.value();
    return account !== undefined && stateOf(account, Date.now()) === 'locked';
  });
  protected readonly acts = computed(() => {
    const account = this.source.value();
    return account ? actsOn(account, this.session.account(), Date.now()) : [];
  });
  protected readonly pages = computed(() => {
    const account = this.source.value();
    return account ? pagesOf(account, this.session.account()) : [];
  });
  protected readonly manages = computed(() => holds(this.session.account(), 'systemAdministrator'));
  protected readonly own = computed(() => {
    const account = this.source.value();
    return account !== undefined && isOwn(account, this.session.account());
  });
  protected readonly ownEntry = computed(() => {
    const account = this.source.value();
    return account?.state === 'pending' && account.enteredBy === this.session.account()?.username;
  });

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('accounts', ACCOUNTS_TEXTS);
  }

  protected finish({ act, made }: Done): void {
    this.asking.set(null);
    this.done.set(act);
    this.made.set(made ?? null);
    this.source.reload();
  }
}
