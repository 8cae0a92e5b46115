import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { addressOf, Client } from '../api/client';
import { pageSource } from '../api/page-source';
import { CopyButton } from '../ui/copy-button';
import { DayPipe } from '../ui/day';
import { Field } from '../ui/field';
import { Page } from '../ui/page';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { AuditParts } from './audit-parts';
import { AUDIT_TEXTS } from './audit-texts';

const day = () => new FormControl('', { nonNullable: true });

/** The trail as a file, and how somebody who is no programmer checks it on another computer. */
@Component({
  selector: 'yh-audit-export',
  imports: [TranslocoPipe, AuditParts, CopyButton, DayPipe, Field, Page, ProblemNotice],
  templateUrl: './export-page.html',
  styleUrl: './export-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportPage {
  private readonly client = inject(Client);
  private readonly document = inject(DOCUMENT);
  protected readonly form = new FormGroup({ from: day(), to: day() });
  protected readonly attempt = new Attempt();
  protected readonly outcome = signal<'none' | 'started' | null>(null);
  protected readonly source = pageSource('listAuditSeals', () => ({}));
  protected readonly seal = computed(() => this.source.value()?.seals[0]);
  protected readonly command = computed(() => {
    const seal = this.seal();
    const head = seal ? ` --head ${seal.seq}:${seal.hash}` : '';
    return `npm run -s yuheng -- verify-audit audit.txt${head}`;
  });
  private readonly days = toSignal(this.form.valueChanges, { initialValue: { from: '', to: '' } });
  protected readonly reversed = computed(() => {
    const { from = '', to = '' } = this.days();
    return from !== '' && to !== '' && from > to;
  });

  constructor() {
    useTexts('audit', AUDIT_TEXTS);
  }

  /** Asks first whether there is anything: what a browser downloads by itself can say no problem. */
  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.outcome.set(null);
    if (this.reversed()) return;
    const { from, to } = this.form.getRawValue();
    const query = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    await this.attempt.run(async () => {
      const { entries } = await this.client.call('listAuditEntries', { query });
      this.outcome.set(entries.length > 0 ? 'started' : 'none');
      if (entries.length > 0) this.download(addressOf('exportAudit', { query }));
    });
  }

  /** By a link: a file of any size goes straight to the disk. */
  private download(address: string): void {
    const link = this.document.createElement('a');
    link.href = address;
    link.download = '';
    link.click();
  }
}
