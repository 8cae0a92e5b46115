import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../../api/client';
import { ExportButtons } from '../../api/export-buttons';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { formatMoney } from '../../ui/money';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { GOALS_TEXTS } from '../goals-texts';
import { SELF_EVALUATION_TEXTS } from './self-evaluation-texts';
import { SelfEvaluationSummaryTable } from './self-evaluation-summary-table';

type Row = Answer<'listSelfEvaluations'>['counties'][number];

/** How far the self-evaluation of each county is, and the city’s summary of the approved ones. */
@Component({
  selector: 'yh-self-evaluations-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    DataTable,
    EmptyNotice,
    Page,
    ExportButtons,
    SelfEvaluationSummaryTable,
  ],
  template: `
    <yh-page title="selfEvaluation.title" question="selfEvaluation.question" [source]="source">
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p class="headline">{{ headline() }}</p>
            <p><yh-export call="listSelfEvaluations" [query]="view.selection()" /></p>
            <yh-table [columns]="columns()" [rows]="data.counties">
              <ng-template yhCell="county" [yhCellOf]="data.counties" let-row>
                <a
                  [routerLink]="['/goals', row.id, 'self-evaluation']"
                  [queryParams]="view.selection()"
                  lang="zh-CN"
                  >{{ row.name }}</a
                >
              </ng-template>
            </yh-table>
          </section>
          @if (data.summary; as summary) {
            <section class="card">
              <yh-self-evaluation-summary [summary]="summary" [year]="data.year" />
            </section>
          }
        } @else {
          <yh-empty>
            <p>
              <strong>{{ 'selfEvaluation.none' | transloco }}</strong>
            </p>
            <p>{{ 'selfEvaluation.noneHint' | transloco }}</p>
          </yh-empty>
        }
      }
    </yh-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfEvaluationsPage {
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  protected readonly source = pageSource('listSelfEvaluations', () => ({ query: this.view.selection() }));
  protected readonly headline = computed(() => {
    const { counties = [], summary = null } = this.source.value() ?? {};
    const of = (stage: Row['stage']) => counties.filter((one) => one.stage === stage).length;
    const [total, score] = [counties.length, summary?.total ?? null];
    const [own] = counties;
    if (own && total === 1) {
      return this.language.text('selfEvaluation.own', {
        stage: this.language.text(`selfEvaluation.stages.${own.stage}`),
      });
    }
    return score !== null
      ? this.language.text('selfEvaluation.whole', { total, score })
      : this.language.text('selfEvaluation.summary', {
          total,
          approved: of('approved'),
          submitted: of('submitted'),
        });
  });
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const text = (key: string) => this.language.text(`selfEvaluation.${key}`);
    const yuan = (fen: number | null) => (fen === null ? '—' : formatMoney(fen, '元'));
    return [
      { id: 'county', heading: text('county') },
      { id: 'stage', heading: text('stage'), text: ({ stage }) => text(`stages.${stage}`) },
      { id: 'budget', heading: text('budget'), end: true, text: (row) => yuan(row.adjustedBudgetFen) },
      { id: 'spent', heading: text('spent'), end: true, text: (row) => yuan(row.spentFen) },
      { id: 'total', heading: text('total'), end: true, text: ({ total }) => total ?? '—' },
    ];
  });

  constructor() {
    useTexts('goals', GOALS_TEXTS);
    useTexts('selfEvaluation', SELF_EVALUATION_TEXTS);
  }
}
