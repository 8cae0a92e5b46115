import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import { RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { DayPipe } from '../ui/day';
import { formatMoney } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { FUND_KEYS } from './goal-table-form';
import { officialRows } from './official-rows';

/** 项目支出绩效目标表 as it is printed and stamped. */
@Component({
  selector: 'yh-goal-official',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @let one = record();
    <table class="official">
      <caption>
        {{
          'goals.form.goal' | transloco
        }}<small>{{ 'goals.form.year' | transloco: { year: one.year } }}</small>
      </caption>
      <tbody class="head">
        <tr>
          <th scope="row">{{ 'goals.form.program' | transloco }}</th>
          <td colspan="6">{{ 'goals.form.programs.' + one.program | transloco }}</td>
        </tr>
        <tr>
          <th scope="row">{{ 'goals.form.unit' | transloco }}</th>
          <td colspan="6">
            {{ 'goals.form.bureau' | transloco: { county: one.countyName } }}
          </td>
        </tr>
        <tr>
          <th scope="row">{{ 'goals.stage' | transloco }}</th>
          <td colspan="6">
            {{ one.stageName | said }} · {{ 'goals.versionOf' | transloco: { version: one.version } }}
            @if (issued(); as document) {
              <span lang="zh-CN">· {{ document.documentNumber }}</span> · {{ document.issuedOn | day }}
            }
          </td>
        </tr>
        <tr>
          <th scope="row">
            {{ 'goals.funds' | transloco }}<small>（{{ 'goals.yuan' | transloco }}）</small>
          </th>
          <td colspan="6">
            @for (key of keys; track key) {
              <span class="fund">{{ 'goals.fund.' + key | transloco }} {{ yuan(one.table.funds[key]) }}</span>
            }
          </td>
        </tr>
        <tr>
          <th scope="row">{{ 'goals.objective' | transloco }}</th>
          <td colspan="6" lang="zh-CN">{{ one.table.objective }}</td>
        </tr>
      </tbody>
      <tbody>
        <tr class="headings">
          @for (heading of headings; track heading) {
            <th scope="col">{{ 'goals.' + heading | transloco }}</th>
          }
        </tr>
        @for (row of rows(); track row.item.id) {
          <tr>
            @if (row.group; as group) {
              <th scope="row" class="group" [attr.rowspan]="group.rows">{{ group.name | said }}</th>
            }
            @if (row.kind; as kind) {
              <th scope="row" class="kind" [attr.rowspan]="kind.rows">{{ kind.name | said }}</th>
            }
            <td lang="zh-CN" class="name">{{ row.item.name }}</td>
            <td>{{ signs[row.item.relation] | said }}</td>
            <td lang="zh-CN">{{ row.item.value }}</td>
            <td lang="zh-CN">{{ row.item.unit }}</td>
            <td class="source">{{ (row.item.metric ? 'goals.bySystem' : 'goals.byCounty') | transloco }}</td>
          </tr>
        }
      </tbody>
    </table>
    <p class="print-only stamps">{{ 'goals.form.stamps' | transloco }}</p>
  `,
  styleUrl: './official.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoalOfficial {
  readonly record = input.required<GoalRecord>();
  protected readonly keys = FUND_KEYS;
  protected readonly signs = RELATION_SIGNS;
  protected readonly headings = ['group', 'kind', 'name', 'relation', 'value', 'unit', 'source'];
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');
  /** The document of the version that is printed; none while a later one is being worked on. */
  protected readonly issued = computed(() => {
    const { issued, version } = this.record();
    return issued?.version === version ? issued : null;
  });
  protected readonly rows = computed(() => officialRows(this.record().table.indicators, ({ kind }) => kind));
}
