import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Mailbox } from '@yuheng/shared/contract/mailboxes';
import { MAIL_KEPT_DAYS } from '@yuheng/shared/domain/duties/mail-retry';
import { pageSource } from '../../api/page-source';
import { formatDay } from '../../ui/day';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { Language } from '../../ui/language';
import { formatMoment } from '../../ui/moment';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { MailStateMark } from './mail-state-mark';
import { MailboxDialog } from './mailbox-dialog';
import { MAILBOXES_TEXTS } from './mailboxes-texts';

/** To which mailbox of each bureau its reminders go, and how the newest mail to it fared. */
@Component({
  selector: 'yh-mailboxes',
  imports: [TranslocoPipe, Cell, DataTable, MailboxDialog, MailStateMark, Page],
  templateUrl: './mailboxes-page.html',
  styles: `
    .none {
      color: var(--ink-2);
    }
    .address {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailboxesPage {
  private readonly language = inject(Language);
  protected readonly source = pageSource('listMailboxes', () => ({}));
  protected readonly keptDays = MAIL_KEPT_DAYS;
  protected readonly changing = signal<Mailbox | null>(null);
  protected readonly done = signal<Mailbox | null>(null);
  protected readonly counts = computed(() => {
    const mailboxes = this.source.value()?.mailboxes ?? [];
    return {
      units: mailboxes.length,
      entered: mailboxes.filter(({ address }) => address !== null).length,
    };
  });
  protected readonly columns = computed<readonly Column<Mailbox>[]>(() => {
    const heading = (key: string): string => this.language.text(`mailboxes.${key}`);
    return [
      { id: 'unit', heading: heading('unit'), chinese: true, text: ({ name }) => name },
      { id: 'address', heading: heading('address'), wide: true },
      { id: 'last', heading: heading('last'), wide: true },
      { id: 'acts', heading: heading('acts'), wide: true },
    ];
  });

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('mailboxes', MAILBOXES_TEXTS);
  }

  protected change(mailbox: Mailbox): void {
    this.done.set(null);
    this.changing.set(mailbox);
  }

  protected finish(mailbox: Mailbox): void {
    this.changing.set(null);
    this.done.set(mailbox);
    this.source.reload();
  }

  /** What became of a mail, behind its mark. */
  protected wordsOf({ state, attempts, failure, at, day }: NonNullable<Mailbox['last']>): string {
    const language = this.language.current();
    const values = {
      at: formatMoment(at, language),
      failure: failure === null ? '' : this.language.text(`mailboxes.failure.${failure}`),
    };
    const key = state === 'waiting' && attempts > 0 ? 'retry' : state;
    const about = this.language.text('mailboxes.mail.about', { day: formatDay(day, language) });
    return `${this.language.text(`mailboxes.mail.${key}`, values)}${about}`;
  }
}
