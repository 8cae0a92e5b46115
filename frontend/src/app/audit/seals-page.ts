import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditSeal } from '@yuheng/shared/contract/audit';
import { pageSource } from '../api/page-source';
import { saveFile } from '../charts/save-file';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { formatMoment } from '../ui/moment';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { AuditParts } from './audit-parts';
import { AUDIT_TEXTS } from './audit-texts';

/** The head of the trail as it was sealed at the end of each day. */
@Component({
  selector: 'yh-audit-seals',
  imports: [TranslocoPipe, AuditParts, Cell, DataTable, EmptyNotice, Page],
  template: `
    <yh-page title="audit.seals.title" question="audit.seals.question" [source]="source">
      <yh-audit-parts />
      @if (source.value()) {
        @if (seals().length > 0) {
          <section class="card">
            <p>{{ 'audit.seals.text' | transloco }}</p>
            <p>
              <button type="button" class="button" data-kind="primary" (click)="download()">
                {{ 'audit.seals.download' | transloco }}
              </button>
            </p>
            <p role="status">{{ 'audit.seals.count' | transloco: { count: seals().length } }}</p>
            <yh-table [columns]="columns()" [rows]="seals()">
              <ng-template yhCell="code" [yhCellOf]="seals()" let-seal>
                <details>
                  <summary>
                    <strong>{{ seal.code }}</strong>
                    <span class="visually-hidden">{{ 'audit.seals.whole' | transloco }}</span>
                  </summary>
                  <code>{{ seal.hash }}</code>
                </details>
              </ng-template>
            </yh-table>
          </section>
        } @else {
          <yh-empty>
            <p>{{ 'audit.seals.none' | transloco }}</p>
          </yh-empty>
        }
      }
    </yh-page>
  `,
  styles: `
    code {
      font-family: ui-monospace, Consolas, 'Liberation Mono', monospace;
      overflow-wrap: anywhere;
    }
    summary {
      inline-size: fit-content;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SealsPage {
  private readonly language = inject(Language);
  protected readonly source = pageSource('listAuditSeals', () => ({}));
  protected readonly seals = computed(() => this.source.value()?.seals ?? []);
  protected readonly columns = computed<readonly Column<AuditSeal>[]>(() => {
    const heading = (key: string) => this.language.text(`audit.seals.${key}`);
    const language = this.language.current();
    return [
      { id: 'day', heading: heading('day'), tight: true, text: (row) => formatDay(row.day, language) },
      { id: 'seq', heading: heading('seq'), end: true, text: (row) => String(row.seq) },
      { id: 'code', heading: heading('code'), wide: true },
      {
        id: 'sealedAt',
        heading: heading('sealedAt'),
        tight: true,
        text: (row) => formatMoment(row.sealedAt, language),
      },
    ];
  });

  constructor() {
    useTexts('audit', AUDIT_TEXTS);
  }

  protected download(): void {
    const text = JSON.stringify({ seals: this.seals() }, null, 2);
    saveFile(
      new Blob([text], { type: 'application/json' }),
      `yuheng-seals-${this.seals()[0]?.day ?? ''}.json`,
    );
  }
}
