import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import type { AccountDetails } from '../../api/own-account';
import { pageSource } from '../../api/page-source';
import { ROUTES } from '../../api/routes';
import { Session } from '../../api/session';
import { CopyButton } from '../../ui/copy-button';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { formatDay } from '../../ui/day';
import { Language } from '../../ui/language';
import { beijingDay, formatMoment } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { NewToken } from './new-token';
import { TOKENS_TEXTS } from './tokens-texts';

type Token = Answer<'listAccessTokens'>['tokens'][number];

/** Personal access tokens: those that work, a new one, and the end of one. */
@Component({
  selector: 'yh-tokens-section',
  imports: [TranslocoPipe, Cell, CopyButton, DataTable, NewToken, ProblemNotice],
  templateUrl: './tokens-section.html',
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensSection {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  protected readonly session = inject(Session);
  readonly account = input.required<AccountDetails>();
  protected readonly address = `${location.origin}${ROUTES.readOverview.path}`;
  protected readonly source = pageSource('listAccessTokens', () => ({}));
  protected readonly attempt = new Attempt();
  protected readonly making = signal(false);
  protected readonly made = signal<Answer<'createAccessToken'> | null>(null);
  /** The token that is asked about before it is ended for good. */
  protected readonly asksAbout = signal<string | null>(null);

  protected readonly rows = computed<readonly Token[]>(() => this.source.value()?.tokens ?? []);
  protected readonly columns = computed<readonly Column<Token>[]>(() => [
    { id: 'name', heading: this.word('name'), text: (row) => row.name },
    {
      id: 'scopes',
      heading: this.word('scopes'),
      text: (row) => row.scopes.map((scope) => this.word(`scope.${scope}`)).join(' · '),
    },
    { id: 'createdAt', heading: this.word('createdAt'), tight: true, text: (row) => this.at(row.createdAt) },
    { id: 'lastDay', heading: this.word('lastDay'), tight: true, text: (row) => this.lastDayOf(row) },
    {
      id: 'lastUsed',
      heading: this.word('lastUsed'),
      tight: true,
      text: (row) => (row.lastUsedAt ? this.at(row.lastUsedAt) : this.word('never')),
    },
    { id: 'acts', heading: this.word('acts') },
  ]);

  constructor() {
    useTexts('tokens', TOKENS_TEXTS);
  }

  protected show(made: Answer<'createAccessToken'>): void {
    this.making.set(false);
    this.made.set(made);
    this.source.reload();
  }

  protected async revoke({ id }: Token): Promise<void> {
    await this.attempt.run(() => this.client.call('revokeAccessToken', { params: { token: id } }));
    this.asksAbout.set(null);
    this.source.reload();
  }

  private at(moment: string): string {
    return formatMoment(moment, this.language.current());
  }

  /** It ends with its last day, which in Beijing is the moment before. */
  private lastDayOf({ expiresAt }: Token): string {
    return formatDay(beijingDay(Date.parse(expiresAt) - 1), this.language.current());
  }

  private word(key: string): string {
    return this.language.text(`tokens.${key}`);
  }
}
