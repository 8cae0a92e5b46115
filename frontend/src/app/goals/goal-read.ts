import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import { GOAL_KINDS, GROUP_NAMES, KIND_NAMES, RELATION_SIGNS } from '@yuheng/shared/domain/goals/goal';
import { reading } from '../charts/reading';
import { Language } from '../ui/language';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatMoney } from '../ui/money';
import { FUND_KEYS, type Indicator } from './goal-table-form';

/** The table of goals as it is read and printed: money, the objective, and the indicators by their three levels. */
@Component({
  selector: 'yh-goal-read',
  imports: [TranslocoPipe, Cell, DataTable],
  template: `
    @let stored = table();
    <section class="card" aria-labelledby="goal-funds">
      <h2 id="goal-funds">{{ 'goals.funds' | transloco }}（{{ 'goals.yuan' | transloco }}）</h2>
      <dl class="amounts">
        @for (key of fundKeys; track key) {
          <div>
            <dt>{{ 'goals.fund.' + key | transloco }}</dt>
            <dd>{{ yuan(stored.funds[key]) }}</dd>
          </div>
        }
      </dl>
      <h2>{{ 'goals.objective' | transloco }}</h2>
      <p lang="zh-CN">{{ stored.objective }}</p>
    </section>
    <section class="card">
      <h2>{{ 'goals.indicators' | transloco }}</h2>
      <yh-table [columns]="columns()" [rows]="stored.indicators" sortKey="indicators">
        <ng-template yhCell="name" [yhCellOf]="stored.indicators" let-row>
          <span lang="zh-CN">{{ row.name }}</span>
        </ng-template>
        <ng-template yhCell="value" [yhCellOf]="stored.indicators" let-row>
          @if (row.relation === 'qualitative') {
            <span lang="zh-CN">{{ row.value }}</span>
          } @else {
            {{ signs[row.relation] }} {{ row.value }} <span lang="zh-CN">{{ row.unit }}</span>
          }
        </ng-template>
      </yh-table>
    </section>
  `,
  styleUrl: './goals.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoalRead {
  private readonly language = inject(Language);
  private readonly reading = reading();
  readonly table = input.required<GoalRecord['table']>();
  protected readonly fundKeys = FUND_KEYS;
  protected readonly signs = RELATION_SIGNS;
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');

  protected readonly columns = computed<readonly Column<Indicator>[]>(() => {
    const { text } = this.reading();
    const said = (one: Indicator) => ({
      group: this.language.say(GROUP_NAMES[GOAL_KINDS[one.kind]]),
      kind: this.language.say(KIND_NAMES[one.kind]),
    });
    return [
      { id: 'name', heading: text('goals.name'), wide: true },
      { id: 'group', heading: text('goals.group'), tight: true, text: (one) => said(one).group },
      { id: 'kind', heading: text('goals.kind'), text: (one) => said(one).kind },
      { id: 'value', heading: text('goals.value') },
      {
        id: 'source',
        heading: text('goals.source'),
        text: (one) => text(one.metric ? 'goals.bySystem' : 'goals.byCounty'),
      },
    ];
  });
}
