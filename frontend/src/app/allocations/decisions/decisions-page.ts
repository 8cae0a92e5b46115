import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionHead } from '@yuheng/shared/contract/allocation-decisions';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { MomentPipe } from '../../ui/moment';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { AllocationLinks } from '../allocation-links';
import { yearToCome } from '../year-to-come';
import { DECISIONS_TEXTS } from './decisions-texts';

/** What was submitted for a year, the newest first, and how far each is on its way to 印发. */
@Component({
  selector: 'yh-decisions-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    Cell,
    DataTable,
    DayPipe,
    EmptyNotice,
    MomentPipe,
    Page,
    SaidPipe,
  ],
  template: `
    <yh-page title="decisions.title" question="decisions.question" [source]="source">
      <yh-allocation-links />
      @if (source.value(); as data) {
        @if (data.decisions.length === 0) {
          <yh-empty>
            <p>
              <strong>{{ 'decisions.none' | transloco: { year: data.year } }}</strong>
            </p>
            <p>{{ 'decisions.noneHint' | transloco }}</p>
            <p>
              <a class="button" routerLink="/allocations/scenarios" [queryParams]="view.selection()">{{
                'decisions.toScenarios' | transloco
              }}</a>
            </p>
          </yh-empty>
        } @else {
          <section class="card">
            <h2>{{ 'decisions.list' | transloco }}</h2>
            @let rows = data.decisions;
            <yh-table [columns]="columns()" [rows]="rows">
              <ng-template yhCell="scenario" [yhCellOf]="rows" let-row>
                <a
                  lang="zh-CN"
                  [routerLink]="['/allocations/decisions', row.id]"
                  [queryParams]="view.selection()"
                  >{{ row.scenarioName }}</a
                >
                @if (row.corrects !== null) {
                  <span class="mark">{{ 'decisions.correction' | transloco }}</span>
                }
                @if (row.correctedBy !== null) {
                  <span class="mark">{{ 'decisions.corrected' | transloco }}</span>
                }
              </ng-template>
              <ng-template yhCell="stage" [yhCellOf]="rows" let-row>
                {{ row.sentence | said }}
                <small class="below">{{ row.label | said }}</small>
              </ng-template>
              <ng-template yhCell="document" [yhCellOf]="rows" let-row>
                @if (row.documentNumber !== null) {
                  <span lang="zh-CN">{{ row.documentNumber }}</span>
                  <small class="below">{{ row.decidedOn | day }}</small>
                } @else {
                  —
                }
              </ng-template>
              <ng-template yhCell="submitted" [yhCellOf]="rows" let-row>
                <span lang="zh-CN">{{ row.submittedBy }}</span>
                <small class="below">{{ row.submittedAt | moment }}</small>
              </ng-template>
            </yh-table>
          </section>
        }
      }
    </yh-page>
  `,
  styles: `
    .below {
      display: block;
    }
    .mark {
      margin-inline-start: 6px;
      padding: 1px 8px;
      border: 1px solid var(--line);
      border-radius: 3px;
      color: var(--ink-2);
      font-size: 0.8125rem;
      font-weight: 400;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionsPage {
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  private readonly selection = yearToCome();
  protected readonly source = pageSource('listAllocationDecisions', () => {
    const query = this.selection();
    return query ? { query } : undefined;
  });
  protected readonly columns = computed<readonly Column<DecisionHead>[]>(() => {
    const heading = (id: string) => this.language.text(`decisions.${id}`);
    return [
      { id: 'scenario', heading: heading('scenario') },
      { id: 'stage', heading: heading('stage'), wide: true },
      { id: 'amends', heading: heading('amends'), chinese: true, text: (row) => row.amends },
      { id: 'document', heading: heading('document') },
      { id: 'submitted', heading: heading('submitted'), order: (row) => row.submittedAt },
    ];
  });

  constructor() {
    useTexts('decisions', DECISIONS_TEXTS);
  }
}
