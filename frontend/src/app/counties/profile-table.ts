import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { County } from '@yuheng/shared/contract/counties';
import { reading } from '../charts/reading';
import { DataTable, type Column } from '../ui/data-table';
import { percentInWords } from '../ui/percent';
import { SaidPipe } from '../ui/said';
import { nameOf } from './profile-chart';
import { profileRows, type ProfileRow } from './profile-rows';

/** The county's shares of the marks and those of the counties in like conditions, with the rule that found them. */
@Component({
  selector: 'yh-profile-table',
  imports: [DataTable, SaidPipe],
  template: `
    @if (beside().alike; as alike) {
      <p class="aside">{{ alike.sentence | said }}</p>
      @if (alike.counties.length > 0) {
        <yh-table [columns]="columns()" [rows]="rows()" sortKey="profile" />
      }
    }
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
    const now = this.reading();
    const heading = (id: string) => now.text(`counties.beside.columns.${id}`);
    return [
      { id: 'name', heading: heading('name'), text: (row) => nameOf(row, now) },
      { id: 'share', heading: heading('share'), end: true, text: (row) => percentInWords(row.share) },
      ...(this.beside().alike?.counties ?? []).map(({ id, name }) => ({
        id,
        heading: name,
        end: true,
        text: (row: ProfileRow) => percentInWords(row.alike[id]),
      })),
    ];
  });
}
