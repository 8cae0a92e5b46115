import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Client, type Answer } from '../../api/client';
import { ExportButtons } from '../../api/export-buttons';
import { furtherPages } from '../../api/further-pages';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { EmptyNotice } from '../../ui/empty-notice';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { FilingsSection } from './filings-section';
import { LedgerEntries } from './ledger-entries';
import { LedgerForm } from './ledger-form';
import { LEDGER_TEXTS } from './ledger-texts';
import { ReconciliationSection } from './reconciliation-section';
import { ReversalDialog } from './reversal-dialog';

type Ledger = Answer<'readLedger'>;
type Entry = Ledger['entries'][number];

/** The ledger county by county: what it comes to, its entries, and what the reader may enter, take back, explain and file. */
@Component({
  selector: 'yh-ledger',
  imports: [
    RouterLink,
    TranslocoPipe,
    EmptyNotice,
    Page,
    ProblemNotice,
    SaidPipe,
    FilingsSection,
    LedgerEntries,
    LedgerForm,
    ReconciliationSection,
    ReversalDialog,
    ExportButtons,
  ],
  templateUrl: './ledger-page.html',
  styleUrl: './ledger-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerPage {
  private readonly client = inject(Client);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  protected readonly view = inject(ViewState);
  protected readonly wanted = computed(() => {
    const county = this.view.query().get('county');
    return { ...this.view.selection(), ...(county ? { county } : {}) };
  });
  /** Of the whole scope, so that a county can be chosen. */
  protected readonly source = pageSource('readLedger', () => ({ query: this.view.selection() }));
  protected readonly pages = pageSource('readLedger', () => ({ query: this.wanted() }));
  protected readonly county = computed(() => this.view.query().get('county') ?? '');
  protected readonly balances = computed(() =>
    (this.source.value()?.balances ?? []).filter(
      ({ county }) => this.county() === '' || county === this.county(),
    ),
  );
  protected readonly further = furtherPages(this.pages.value, (cursor) =>
    this.client.call('readLedger', { query: { ...this.wanted(), cursor } }),
  );
  protected readonly entries = computed(() => this.further.shown().flatMap(({ entries }) => entries));
  protected readonly reversing = signal<Entry | null>(null);

  constructor() {
    useTexts('ledger', LEDGER_TEXTS);
    // 对账 is one click from the funds: the section is only there once the ledger is.
    effect(() => {
      const place = this.fragment();
      if (!place || !this.source.value()) return;
      setTimeout(() => document.getElementById(place)?.scrollIntoView());
    });
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    void this.view.change({ county: value || null }, true);
  }

  /** Something was entered or taken back: balances and entries are read anew. */
  protected changed(): void {
    this.reversing.set(null);
    this.source.reload();
    this.pages.reload();
  }
}
