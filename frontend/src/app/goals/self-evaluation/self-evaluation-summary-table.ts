import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SelfEvaluationSummaryPage } from '@yuheng/shared/contract/self-evaluations';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { formatMoney } from '../../ui/money';
import { SaidPipe } from '../../ui/said';
import { officialRows } from '../official-rows';

/** 汇总自评表 of the city, in the official layout. */
@Component({
  selector: 'yh-self-evaluation-summary',
  imports: [TranslocoPipe, SaidPipe],
  template: `
    @let one = summary();
    @if (one.lines.length === 0) {
      <p>{{ 'selfEvaluation.cityEmpty' | transloco }}</p>
    } @else {
      <table class="official">
        <caption>
          {{
            'selfEvaluation.cityTable' | transloco
          }}<small>{{ 'goals.form.year' | transloco: { year: year() } }}</small>
        </caption>
        <tbody class="head">
          <tr>
            <th scope="row" colspan="2">{{ 'selfEvaluation.money' | transloco }}</th>
            <td colspan="6">
              <span class="fund"
                >{{ 'selfEvaluation.initial' | transloco }} {{ yuan(one.initialBudgetFen) }}</span
              >
              <span class="fund"
                >{{ 'selfEvaluation.budget' | transloco }} {{ yuan(one.adjustedBudgetFen) }}</span
              >
              <span class="fund">{{ 'selfEvaluation.spent' | transloco }} {{ yuan(one.spentFen) }}</span>
              <span class="fund"
                >{{ 'selfEvaluation.rate' | transloco }}
                {{ one.executionRate === null ? '—' : one.executionRate + '%' }}</span
              >
            </td>
          </tr>
          <tr>
            <th scope="row" colspan="2">{{ 'selfEvaluation.sumRow' | transloco }}</th>
            <td colspan="6">{{ one.total ?? ('selfEvaluation.cityOpen' | transloco) }}</td>
          </tr>
        </tbody>
        <tbody>
          <tr class="headings">
            @for (heading of headings; track heading) {
              <th scope="col">{{ 'selfEvaluation.' + heading | transloco }}</th>
            }
          </tr>
          @for (row of rows(); track $index) {
            <tr>
              @if (row.group; as group) {
                <th scope="row" class="group" [attr.rowspan]="group.rows">{{ group.name | said }}</th>
              }
              @if (row.kind; as kind) {
                <th scope="row" class="kind" [attr.rowspan]="kind.rows">{{ kind.name | said }}</th>
              }
              <td lang="zh-CN" class="name">{{ row.item.goal.name }}</td>
              <td lang="zh-CN" [attr.data-label]="'selfEvaluation.values' | transloco">
                {{ signs[row.item.goal.relation] | said }} {{ row.item.values.join('、') }}
                {{ row.item.goal.unit }}
              </td>
              <td [attr.data-label]="'selfEvaluation.actualRange' | transloco">
                @if (row.item.sum !== null) {
                  {{ 'selfEvaluation.sum' | transloco: { sum: row.item.sum } }}
                } @else if (row.item.range; as range) {
                  {{
                    range[0] === range[1]
                      ? range[0]
                      : ('selfEvaluation.range' | transloco: { least: range[0], most: range[1] })
                  }}
                } @else {
                  —
                }
              </td>
              <td class="figure" [attr.data-label]="'selfEvaluation.counties' | transloco">
                {{ row.item.counties }}
              </td>
              <td class="figure" [attr.data-label]="'selfEvaluation.met' | transloco">{{ row.item.met }}</td>
              <td class="figure" [attr.data-label]="'selfEvaluation.share' | transloco">
                {{ row.item.rate === null ? '—' : row.item.rate + '%' }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
    <p>{{ 'selfEvaluation.cityNote' | transloco }}</p>
  `,
  styleUrls: ['../official.css', './self-evaluation.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfEvaluationSummaryTable {
  readonly summary = input.required<NonNullable<SelfEvaluationSummaryPage['summary']>>();
  readonly year = input.required<number>();
  protected readonly signs = RELATION_SIGNS;
  protected readonly headings = [
    'group',
    'kind',
    'indicator',
    'values',
    'actualRange',
    'counties',
    'met',
    'share',
  ];
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');
  protected readonly rows = computed(() => officialRows(this.summary().lines, ({ goal }) => goal.kind));
}
