import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../api/client';
import { ExportButtons } from '../api/export-buttons';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatDay } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { useTexts } from '../ui/texts';
import { GOALS_TEXTS } from './goals-texts';

type Row = Answer<'listGoals'>['counties'][number];

/** How far the yearly table of goals of each county is. */
@Component({
  selector: 'yh-goals-page',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, EmptyNotice, Page, ExportButtons],
  template: `
    <yh-page title="goals.title" question="goals.question" [source]="source">
      @if (source.value(); as data) {
        @if (data.counties.length > 0) {
          <section class="card">
            <p class="headline">
              {{ 'goals.summary' | transloco: { total: data.counties.length, issued: issued() } }}
            </p>
            <p>
              <a routerLink="/goals/self-evaluations" [queryParams]="view.selection()">{{
                'goals.selfEvaluations' | transloco
              }}</a>
            </p>
            <p><yh-export call="listGoals" [query]="view.selection()" /></p>
            <yh-table [columns]="columns()" [rows]="data.counties">
              <ng-template yhCell="county" [yhCellOf]="data.counties" let-row>
                <a [routerLink]="['/goals', row.id]" [queryParams]="view.selection()" lang="zh-CN">{{
                  row.name
                }}</a>
              </ng-template>
              <ng-template yhCell="midYear" [yhCellOf]="data.counties" let-row>
                <a [routerLink]="['/goals', row.id, 'mid-year']" [queryParams]="view.selection()">{{
                  'goals.midYearStage.' + row.midYear | transloco
                }}</a>
              </ng-template>
            </yh-table>
          </section>
        } @else {
          <yh-empty>
            <p>
              <strong>{{ 'goals.none' | transloco }}</strong>
            </p>
            <p>{{ 'goals.noneHint' | transloco }}</p>
          </yh-empty>
        }
      }
    </yh-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoalsPage {
  private readonly language = inject(Language);
  protected readonly view = inject(ViewState);
  protected readonly source = pageSource('listGoals', () => ({ query: this.view.selection() }));
  protected readonly issued = computed(
    () =>
      (this.source.value()?.counties ?? []).filter(({ documentNumber }) => documentNumber !== null).length,
  );
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`goals.${key}`, values);
    return [
      { id: 'county', heading: text('county') },
      { id: 'stage', heading: text('stage'), text: ({ stageName }) => this.language.say(stageName) },
      { id: 'version', heading: text('version'), text: ({ version }) => text('versionOf', { version }) },
      { id: 'document', heading: text('document'), chinese: true, text: (row) => row.documentNumber ?? '—' },
      {
        id: 'issuedOn',
        heading: text('issuedOn'),
        tight: true,
        text: ({ issuedOn }) => formatDay(issuedOn, this.language.current()),
      },
      { id: 'midYear', heading: text('midYear') },
    ];
  });

  constructor() {
    useTexts('goals', GOALS_TEXTS);
  }
}
