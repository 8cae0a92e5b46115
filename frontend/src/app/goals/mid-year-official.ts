import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MidYearRecord } from '@yuheng/shared/contract/goals';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { DayPipe } from '../ui/day';
import { formatMoney } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { officialRows } from './official-rows';

/** 项目支出绩效运行监控表 as it is printed and stamped. */
@Component({
  selector: 'yh-mid-year-official',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @let one = record();
    <table class="official">
      <caption>
        {{
          'goals.form.midYear' | transloco
        }}<small>{{ 'goals.form.year' | transloco: { year: one.year } }}</small>
      </caption>
      <tbody class="head">
        <tr>
          <th scope="row">{{ 'goals.form.program' | transloco }}</th>
          <td colspan="8">{{ 'goals.form.programs.' + one.program | transloco }}</td>
        </tr>
        <tr>
          <th scope="row">{{ 'goals.form.unit' | transloco }}</th>
          <td colspan="8">
            {{ 'goals.form.bureau' | transloco: { county: one.countyName } }}
          </td>
        </tr>
        <tr>
          <th scope="row">{{ 'goals.stage' | transloco }}</th>
          <td colspan="8">
            {{ 'goals.midYearStage.' + one.stage | transloco }} ·
            {{ 'goals.figures' | transloco: { day: (one.figuresAsOf | day) } }}
          </td>
        </tr>
        <tr>
          <th scope="row">
            {{ 'goals.form.money' | transloco }}<small>（{{ 'goals.yuan' | transloco }}）</small>
          </th>
          <td colspan="8">
            <span class="fund">{{ 'goals.budget' | transloco }} {{ yuan(one.budgetFen) }}</span>
            <span class="fund">{{ 'goals.spent' | transloco }} {{ yuan(one.spentFen) }}</span>
            <span class="fund"
              >{{ 'goals.rate' | transloco }}
              {{ one.executionRate === null ? '—' : one.executionRate + '%' }}</span
            >
          </td>
        </tr>
      </tbody>
      <tbody>
        <tr class="headings">
          @for (heading of headings; track heading) {
            <th scope="col">{{ 'goals.' + heading | transloco }}</th>
          }
        </tr>
        @for (row of rows(); track row.item.indicator.id) {
          <tr>
            @if (row.group; as group) {
              <th scope="row" class="group" [attr.rowspan]="group.rows">{{ group.name | said }}</th>
            }
            @if (row.kind; as kind) {
              <th scope="row" class="kind" [attr.rowspan]="kind.rows">{{ kind.name | said }}</th>
            }
            <td lang="zh-CN" class="name">{{ row.item.indicator.name }}</td>
            <td lang="zh-CN" [attr.data-label]="'goals.form.yearValue' | transloco">
              {{ signs[row.item.indicator.relation] | said }} {{ row.item.indicator.value }}
              {{ row.item.indicator.unit }}
            </td>
            @if (row.item.actual ?? row.item.answer.actual; as actual) {
              <td lang="zh-CN" [attr.data-label]="'goals.actual' | transloco">{{ actual }}</td>
            } @else {
              <td [attr.data-label]="'goals.actual' | transloco">
                {{ row.item.note ? (row.item.note | said) : '—' }}
              </td>
            }
            <td [attr.data-label]="'goals.reached' | transloco">
              {{ row.item.reached === null ? '—' : row.item.reached + '%' }}
            </td>
            <td lang="zh-CN" [attr.data-label]="'goals.why' | transloco">{{ row.item.answer.reason }}</td>
            <td [attr.data-label]="'goals.likelihood' | transloco">
              {{
                row.item.answer.likelihood ? ('goals.likely.' + row.item.answer.likelihood | transloco) : ''
              }}
            </td>
            <td lang="zh-CN" [attr.data-label]="'goals.measures' | transloco">
              {{ row.item.answer.measures }}
            </td>
          </tr>
        }
      </tbody>
    </table>
    <p class="print-only stamps">{{ 'goals.form.stamps' | transloco }}</p>
  `,
  styleUrl: './official.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MidYearOfficial {
  readonly record = input.required<MidYearRecord>();
  protected readonly signs = RELATION_SIGNS;
  protected readonly headings = [
    'group',
    'kind',
    'name',
    'form.yearValue',
    'actual',
    'reached',
    'why',
    'likelihood',
    'measures',
  ];
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');
  protected readonly rows = computed(() =>
    officialRows(this.record().lines, ({ indicator }) => indicator.kind),
  );
}
