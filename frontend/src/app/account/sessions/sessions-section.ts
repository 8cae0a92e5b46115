import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { Language } from '../../ui/language';
import { formatMoment } from '../../ui/moment';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { deviceOf } from './device';
import { SESSIONS_TEXTS } from './sessions-texts';

type OpenSession = Answer<'listSessions'>['sessions'][number] & { readonly device: string };

/** Where the account is signed in: each can be ended, and all but this one at once. */
@Component({
  selector: 'yh-sessions-section',
  imports: [TranslocoPipe, Cell, DataTable, ProblemNotice],
  templateUrl: './sessions-section.html',
  styleUrl: '../account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsSection {
  private readonly client = inject(Client);
  private readonly language = inject(Language);
  protected readonly source = pageSource('listSessions', () => ({}));
  protected readonly attempt = new Attempt();
  protected readonly ended = signal<number | null>(null);

  protected readonly rows = computed<readonly OpenSession[]>(() =>
    (this.source.value()?.sessions ?? []).map((one) => ({ ...one, device: this.nameOf(one.userAgent) })),
  );
  protected readonly hasOthers = computed(() => this.rows().some(({ current }) => !current));
  protected readonly columns = computed<readonly Column<OpenSession>[]>(() => [
    { id: 'device', heading: this.word('device') },
    { id: 'lastUsed', heading: this.word('lastUsed'), tight: true, text: (row) => this.at(row.lastUsedAt) },
    { id: 'since', heading: this.word('since'), tight: true, text: (row) => this.at(row.createdAt) },
    { id: 'until', heading: this.word('until'), tight: true, text: (row) => this.at(row.expiresAt) },
    { id: 'address', heading: this.word('address'), text: (row) => row.address },
    { id: 'method', heading: this.word('method'), text: (row) => this.word(`methods.${row.method}`) },
    { id: 'acts', heading: this.word('acts') },
  ]);

  constructor() {
    useTexts('sessions', SESSIONS_TEXTS);
  }

  protected at(moment: string): string {
    return formatMoment(moment, this.language.current());
  }

  protected async end({ id }: OpenSession): Promise<void> {
    this.ended.set(null);
    const done = await this.attempt.run(() => this.client.call('endSession', { params: { session: id } }));
    if (done) this.ended.set(1);
    this.source.reload();
  }

  protected async endOthers(): Promise<void> {
    this.ended.set(null);
    await this.attempt.run(async () =>
      this.ended.set((await this.client.call('endOtherSessions', {})).ended),
    );
    this.source.reload();
  }

  private nameOf(userAgent: string): string {
    const { browser, system } = deviceOf(userAgent);
    return this.language.text('sessions.deviceOf', {
      browser: this.word(browser ? `browser.${browser}` : 'unknownBrowser'),
      system: this.word(system ? `system.${system}` : 'unknownSystem'),
    });
  }

  private word(key: string): string {
    return this.language.text(`sessions.${key}`);
  }
}
