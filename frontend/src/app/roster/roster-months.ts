import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RosterMonths } from '@yuheng/shared/contract/roster';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';

type Row = RosterMonths['counties'][number];

/** Person-months on post: county × month, with the rule by which they are counted. */
@Component({
  selector: 'yh-roster-months',
  imports: [TranslocoPipe, DataTable, EmptyNotice],
  template: `
    <h2>{{ 'roster.months' | transloco }}</h2>
    @if (overMonths().length > 0) {
      <p>{{ 'roster.monthsRule' | transloco: { rule: rule() } }}</p>
      <yh-table [columns]="columns()" [rows]="data().counties" sortKey="months" />
    } @else {
      <yh-empty
        ><p>{{ 'roster.monthsNone' | transloco }}</p></yh-empty
      >
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RosterMonthsTable {
  private readonly language = inject(Language);
  readonly data = input.required<RosterMonths>();
  protected readonly rule = computed(() => this.language.say(this.data().ruleText));
  protected readonly overMonths = computed(
    () => this.data().counties[0]?.months.map(({ month }) => month) ?? [],
  );
  protected readonly columns = computed<readonly Column<Row>[]>(() => {
    const text = (key: string, values = {}) => this.language.text(`roster.${key}`, values);
    return [
      { id: 'county', heading: text('county'), chinese: true, text: (row) => row.name },
      ...this.overMonths().map((month, at): Column<Row> => ({
        id: month,
        heading: text('month', { month: Number(month.slice(5)) }),
        end: true,
        text: ({ months }) => `${months[at]?.onPost ?? '—'}/${months[at]?.posts ?? '—'}`,
      })),
      { id: 'sum', heading: text('sum'), end: true, text: (row) => String(row.onPostMonths) },
      {
        id: 'approved',
        heading: text('approved'),
        end: true,
        text: (row) => String(row.approvedMonths ?? '—'),
      },
      {
        id: 'rate',
        heading: text('rate'),
        end: true,
        text: ({ rate }) => (rate === null ? '—' : text('percent', { rate })),
        order: ({ rate }) => (rate === null ? null : Number(rate)),
      },
    ];
  });
}
