import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { formatMoment } from '../ui/moment';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { AuditFilterForm, type Conditions } from './audit-filter-form';
import { AuditParts } from './audit-parts';
import { hasConditions, readAuditQuery } from './audit-query';
import { AUDIT_TEXTS } from './audit-texts';
import { AuditWords, type AuditEntry } from './audit-words';
import { EntryDrawer } from './entry-drawer';
import { OutcomeMark } from './outcome-mark';

/** Who did what, and when: the trail in plain words, the latest first. */
@Component({
  selector: 'yh-audit',
  imports: [
    RouterLink,
    TranslocoPipe,
    AuditFilterForm,
    AuditParts,
    Cell,
    DataTable,
    EmptyNotice,
    EntryDrawer,
    OutcomeMark,
    Page,
  ],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly view = inject(ViewState);
  private readonly language = inject(Language);
  protected readonly words = inject(AuditWords);
  // Opening an entry changes the address too, and asks for no new list.
  protected readonly query = computed(() => readAuditQuery(this.view.query()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly source = pageSource('listAuditEntries', () => ({ query: this.query() }));
  protected readonly filtered = computed(() => hasConditions(this.query()));
  protected readonly entries = computed(() => this.source.value()?.entries ?? []);
  /** The number below which the earlier entries are found. */
  protected readonly earlier = computed(() =>
    this.source.value()?.more ? (this.entries().at(-1)?.seq ?? null) : null,
  );
  protected readonly columns = computed<readonly Column<AuditEntry>[]>(() => {
    const heading = (key: string) => this.language.text(`audit.column.${key}`);
    const language = this.language.current();
    return [
      { id: 'number', heading: heading('number'), tight: true, text: (row) => String(row.seq) },
      {
        id: 'at',
        heading: heading('at'),
        tight: true,
        wide: true,
        text: (row) => formatMoment(row.at, language),
      },
      { id: 'what', heading: heading('what'), wide: true },
      { id: 'outcome', heading: heading('outcome') },
      { id: 'code', heading: heading('code'), tight: true, text: (row) => row.hash.slice(0, 6) },
    ];
  });

  constructor() {
    useTexts('audit', AUDIT_TEXTS);
  }

  protected filter(conditions: Conditions): void {
    void this.view.change({ ...conditions, below: null, entry: null });
  }

  protected clear(): void {
    this.filter({
      ...{ actor: null, act: null, outcome: null, objectKind: null, objectId: null },
      ...{ requestId: null, from: null, to: null, personalData: null },
    });
  }
}
