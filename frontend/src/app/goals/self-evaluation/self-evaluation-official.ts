import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SelfEvaluationRecord } from '@yuheng/shared/contract/self-evaluations';
import { RELATION_SIGNS, type GoalKind } from '@yuheng/shared/domain/goals/goal';
import { DayPipe } from '../../ui/day';
import { formatMoney } from '../../ui/money';
import { SaidPipe } from '../../ui/said';
import { officialRows } from '../official-rows';

type Line = SelfEvaluationRecord['lines'][number];
interface GoalLine extends Line {
  readonly goal: NonNullable<Line['goal']>;
}

/** 项目支出绩效自评表 as it is printed and stamped. */
@Component({
  selector: 'yh-self-evaluation-official',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @let one = record();
    <table class="official">
      <caption>
        {{
          'selfEvaluation.name' | transloco: { county: one.countyName }
        }}<small>{{ 'goals.form.year' | transloco: { year: one.year } }}</small>
      </caption>
      <tbody class="head">
        <tr>
          <th scope="row" colspan="2">{{ 'goals.form.program' | transloco }}</th>
          <td colspan="6">{{ 'goals.form.programs.' + one.program | transloco }}</td>
        </tr>
        <tr>
          <th scope="row" colspan="2">{{ 'selfEvaluation.department' | transloco }}</th>
          <td colspan="2">{{ 'selfEvaluation.departmentName' | transloco: { city: one.cityName } }}</td>
          <th scope="row">{{ 'goals.form.unit' | transloco }}</th>
          <td colspan="3">{{ 'goals.form.bureau' | transloco: { county: one.countyName } }}</td>
        </tr>
        <tr>
          <th scope="row" colspan="2">{{ 'selfEvaluation.stage' | transloco }}</th>
          <td colspan="6">
            {{ 'selfEvaluation.stages.' + one.stage | transloco }} ·
            {{ 'selfEvaluation.figures' | transloco: { day: (one.figuresAsOf | day) } }} ·
            {{
              one.goalsDocument === null
                ? ('selfEvaluation.goalsDraft' | transloco)
                : ('selfEvaluation.goalsDocument' | transloco: { document: one.goalsDocument })
            }}
            ·
            {{
              one.methodVersion === null
                ? ('selfEvaluation.marksUsual'
                  | transloco
                    : {
                        document: ('selfEvaluation.' + (hasCost() ? 'withCost' : 'withoutCost') | transloco),
                      })
                : ('selfEvaluation.marksBy' | transloco: { version: one.methodVersion })
            }}
          </td>
        </tr>
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
          </td>
        </tr>
        <tr>
          <th scope="row" colspan="2">{{ 'selfEvaluation.objective' | transloco }}</th>
          <td colspan="6" lang="zh-CN">{{ one.objective }}</td>
        </tr>
      </tbody>
      <tbody>
        <tr class="headings">
          @for (heading of headings; track heading) {
            <th scope="col">{{ 'selfEvaluation.' + heading | transloco }}</th>
          }
        </tr>
        @if (money(); as line) {
          <tr>
            <th scope="row" class="group" colspan="2">{{ 'selfEvaluation.execution' | transloco }}</th>
            <td class="name">{{ 'selfEvaluation.execution' | transloco }}</td>
            <td [attr.data-label]="'selfEvaluation.value' | transloco">100%</td>
            <td [attr.data-label]="'selfEvaluation.actual' | transloco">
              {{ line.actual === null ? (line.note ? (line.note | said) : '—') : line.actual + '%' }}
            </td>
            <td class="figure" [attr.data-label]="'selfEvaluation.marks' | transloco">{{ line.marks }}</td>
            <td class="figure" [attr.data-label]="'selfEvaluation.score' | transloco">
              {{ line.score ?? '—' }}
            </td>
            <td lang="zh-CN" [attr.data-label]="'selfEvaluation.reason' | transloco">
              {{ line.answer.reason }}
            </td>
          </tr>
        }
        @for (row of rows(); track row.item.indicator) {
          <tr>
            @if (row.group; as group) {
              <th scope="row" class="group" [attr.rowspan]="group.rows">{{ group.name | said }}</th>
            }
            @if (row.kind; as kind) {
              <th scope="row" class="kind" [attr.rowspan]="kind.rows">{{ kind.name | said }}</th>
            }
            <td lang="zh-CN" class="name">{{ row.item.goal.name }}</td>
            <td lang="zh-CN" [attr.data-label]="'selfEvaluation.value' | transloco">
              {{ signs[row.item.goal.relation] | said }} {{ row.item.goal.value }} {{ row.item.goal.unit }}
            </td>
            <td lang="zh-CN" [attr.data-label]="'selfEvaluation.actual' | transloco">
              @if (row.item.state === 'notApplicable') {
                {{ 'selfEvaluation.leftOut' | transloco }}：{{ row.item.note | said }}
              } @else {
                {{ row.item.actual ?? '—' }} {{ row.item.actual === null ? '' : row.item.goal.unit }}
                @if (row.item.actual !== null && !row.item.fromFigures) {
                  <small>（{{ 'selfEvaluation.byCounty' | transloco }}）</small>
                }
              }
            </td>
            <td class="figure" [attr.data-label]="'selfEvaluation.marks' | transloco">
              {{ row.item.marks }}
            </td>
            <td class="figure" [attr.data-label]="'selfEvaluation.score' | transloco">
              {{ row.item.score ?? '—' }}
            </td>
            <td lang="zh-CN" [attr.data-label]="'selfEvaluation.reason' | transloco">
              {{ row.item.answer.reason }}
            </td>
          </tr>
        }
        <tr class="sum">
          <th scope="row" colspan="5">{{ 'selfEvaluation.sumRow' | transloco }}</th>
          <td class="figure" [attr.data-label]="'selfEvaluation.marks' | transloco">100</td>
          <td class="figure" [attr.data-label]="'selfEvaluation.score' | transloco">
            {{ one.total ?? ('selfEvaluation.open' | transloco) }}
          </td>
          <td></td>
        </tr>
      </tbody>
    </table>
    <p class="print-only stamps">{{ 'goals.form.stamps' | transloco }}</p>
  `,
  styleUrls: ['../official.css', './self-evaluation.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfEvaluationOfficial {
  readonly record = input.required<SelfEvaluationRecord>();
  protected readonly signs = RELATION_SIGNS;
  protected readonly headings = ['group', 'kind', 'indicator', 'value', 'actual', 'marks', 'score', 'reason'];
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');
  protected readonly money = computed(() => this.record().lines.find(({ goal }) => goal === null));
  protected readonly hasCost = computed(() => this.record().lines.some(({ goal }) => goal?.kind === 'cost'));
  protected readonly rows = computed(() =>
    officialRows(
      this.record().lines.filter((line): line is GoalLine => line.goal !== null),
      ({ goal }): GoalKind => goal.kind,
    ),
  );
}
