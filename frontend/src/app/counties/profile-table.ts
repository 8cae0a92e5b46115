import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { County } from '@yuheng/shared/contract/counties';
import { reading } from '../charts/reading';
import { Cell, DataTable, type Column } from '../ui/data-table';
import { SaidPipe } from '../ui/said';
import { TargetBar } from './target-bar';
import { profileRows, type ProfileRow } from './profile-rows';

/** 各方面得分率: the county's own, the median of the city, and the counties in like conditions, on one scale of 0 to 100. */
@Component({
  selector: 'yh-profile-table',
  imports: [TranslocoPipe, Cell, DataTable, SaidPipe, TargetBar],
  template: `
    <p class="aside">
      @if (beside().city; as city) {
        {{ 'counties.beside.city' | transloco: { count: city.counties } }}
      } @else {
        {{ 'counties.beside.noCity' | transloco }}
      }
    </p>
    @if (beside().alike; as alike) {
      <p class="aside">{{ alike.sentence | said }}</p>
    }
    <yh-table [columns]="columns()" [rows]="rows()" sortKey="profile">
      <ng-template yhCell="share" [yhCellOf]="rows()" let-row>
        <yh-target-bar
          [text]="row.share === null ? '—' : row.share + '%'"
          [actual]="row.share"
          [target]="row.city"
        />
      </ng-template>
    </yh-table>
  `,
  styles: `
    .aside {
      color: var(--ink-2);
      font-size: 0.875rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileTable {
  readonly result = input.required<NonNullable<County['result']>>();
  readonly beside = input.required<NonNullable<County['beside']>>();
  private readonly reading = reading();
  protected readonly rows = computed(() => profileRows(this.result(), this.beside()));
  protected readonly columns = computed<readonly Column<ProfileRow>[]>(() => {
    const { text, said } = this.reading();
    const heading = (id: string) => text(`counties.beside.columns.${id}`);
    const percent = (share: string | null | undefined) => (share ? `${share}%` : '—');
    const { city, alike } = this.beside();
    return [
      {
        id: 'name',
        heading: heading('name'),
        text: (row) => (row.name ? said(row.name) : heading('total')),
      },
      { id: 'score', heading: heading('score'), end: true, text: (row) => `${row.score}/${row.marks}` },
      { id: 'share', heading: heading('share'), wide: true },
      ...(city
        ? [{ id: 'city', heading: heading('city'), end: true, text: (row: ProfileRow) => percent(row.city) }]
        : []),
      ...(alike?.counties ?? []).map(({ id, name }) => ({
        id,
        heading: name,
        end: true,
        text: (row: ProfileRow) => percent(row.alike[id]),
      })),
    ];
  });
}
