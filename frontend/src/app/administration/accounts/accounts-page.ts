import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { readTelephoneNumber } from '@yuheng/shared/domain/personal-data/telephone-number';
import { holds } from '../../api/has-role';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { AccountFilterForm } from './account-filter-form';
import { hasConditions, readAccountQuery } from './account-filters';
import { AccountStateMark } from './account-state-mark';
import { AccountWords } from './account-words';
import { ACCOUNTS_TEXTS } from './accounts-texts';

/** Who may use the program, and as what. */
@Component({
  selector: 'yh-accounts',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    DataTable,
    EmptyNotice,
    Page,
    AccountFilterForm,
    AccountStateMark,
  ],
  templateUrl: './accounts-page.html',
  styleUrl: './accounts-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountsPage {
  private readonly view = inject(ViewState);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly words = inject(AccountWords);
  /** A telephone number that was looked for: personal data, so that it stands in no address and no history. */
  private readonly phone = signal('');

  protected readonly query = computed(() => {
    const query = readAccountQuery(this.view.query());
    return this.phone() ? { ...query, search: this.phone() } : query;
  });
  protected readonly source = pageSource('listAccounts', () => ({ query: this.query() }));
  private readonly placeList = pageSource('listPlaces', () => ({}));
  protected readonly places = computed(() => this.placeList.value()?.places ?? []);
  protected readonly filtered = computed(() => hasConditions(this.query()));
  protected readonly manages = computed(() => holds(this.session.account(), 'systemAdministrator'));

  protected readonly range = computed(() => {
    const { accounts = [], total = 0, pageSize = 1 } = this.source.value() ?? {};
    const page = this.query().page ?? 1;
    const first = (page - 1) * pageSize + 1;
    return {
      first,
      last: first + accounts.length - 1,
      previous: page > 1 ? page - 1 : null,
      next: page * pageSize < total ? page + 1 : null,
    };
  });
  protected readonly columns = computed<readonly Column<AdministeredAccount>[]>(() => {
    const heading = (key: string) => this.language.text(`accounts.${key}`);
    return [
      { id: 'username', heading: heading('username') },
      { id: 'name', heading: heading('name'), chinese: true, text: (row) => row.name },
      { id: 'roles', heading: heading('roles'), wide: true, text: (row) => this.words.roles(row.roles) },
      { id: 'place', heading: heading('place'), chinese: true, text: (row) => row.place.name },
      { id: 'state', heading: heading('state'), tight: true },
      { id: 'phone', heading: heading('phone'), tight: true, text: (row) => row.phone ?? '—' },
    ];
  });

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('accounts', ACCOUNTS_TEXTS);
  }

  protected filter(wanted: Readonly<Record<'search' | 'role' | 'place' | 'state', string>>): void {
    const search = wanted.search.trim();
    const phone = readTelephoneNumber(search, '').ok ? search : '';
    this.phone.set(phone);
    void this.view.change({
      search: phone ? null : search || null,
      role: wanted.role || null,
      place: wanted.place || null,
      state: wanted.state || null,
      page: null,
    });
  }

  protected clear(): void {
    this.filter({ search: '', role: '', place: '', state: '' });
  }
}
