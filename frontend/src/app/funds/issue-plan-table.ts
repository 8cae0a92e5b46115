import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Funds } from '@yuheng/shared/contract/funds';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { formatMoney } from '../ui/money';

export type IssuePlan = NonNullable<Funds['plan']>;
type Row = IssuePlan['counties'][number];

/** 下达计划 of the decided split, county by county beside what was issued; the columns add up. */
@Component({
  selector: 'yh-issue-plan-table',
  imports: [TranslocoPipe, Cell, DataTable],
  template: `@let rows = plan().counties;
    <yh-table
      [columns]="columns()"
      [rows]="rows"
      [caption]="'funds.plan.caption' | transloco: { unit: unit() }"
    >
      <ng-template yhCell="county" [yhCellOf]="rows" let-row>
        <span lang="zh-CN">{{ row.name }}</span>
      </ng-template>
    </yh-table>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssuePlanTable {
  readonly plan = input.required<IssuePlan>();
  private readonly reading = reading();
  protected readonly unit = computed(() => this.reading().text(`ui.unit.${this.reading().unit}`));

  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const { text, unit } = this.reading();
    const { counties } = this.plan();
    const amount = (id: string, fenOf: (row: Row) => number): Column<Row> => ({
      id,
      heading: text(`funds.plan.${id}`),
      end: true,
      text: (row) => formatMoney(fenOf(row), unit),
      order: fenOf,
      footer: formatMoney(
        counties.reduce((sum, row) => sum + fenOf(row), 0),
        unit,
      ),
    });
    return [
      {
        id: 'county',
        heading: text('funds.table.county'),
        footer: text('funds.table.total'),
      },
      amount('planned', (row) => row.plannedFen),
      amount('advance', (row) => row.advanceFen),
      amount('final', (row) => row.finalFen),
      amount('issued', (row) => row.issuedFen),
      amount('left', (row) => row.leftFen),
    ];
  });
}
