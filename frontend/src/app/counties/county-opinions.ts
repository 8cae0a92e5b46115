import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyBeside } from '@yuheng/shared/contract/county-beside';
import { reading } from '../charts/reading';
import { DataTable, type Column } from '../ui/data-table';
import { SaidPipe } from '../ui/said';

type Opinions = CountyBeside['opinions'];

/** 意见采纳情况: what the county said to the draft result, and how each opinion was ruled on. */
@Component({
  selector: 'yh-county-opinions',
  imports: [TranslocoPipe, DataTable, SaidPipe],
  template: `
    <h2>{{ 'counties.opinions.title' | transloco }}</h2>
    <p>{{ opinions().sentence | said }}</p>
    @if (opinions().rows.length > 0) {
      <yh-table [columns]="columns()" [rows]="opinions().rows" sortKey="opinions" />
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyOpinions {
  readonly opinions = input.required<Opinions>();
  private readonly reading = reading();
  protected readonly columns = computed<readonly Column<Opinions['rows'][number]>[]>(() => {
    const { text, said } = this.reading();
    const heading = (id: string) => text(`counties.opinions.${id}`);
    return [
      { id: 'name', heading: heading('name'), text: (row) => said(row.name) },
      { id: 'text', heading: heading('text'), wide: true, chinese: true, text: (row) => row.text },
      { id: 'draftScore', heading: heading('draftScore'), end: true, text: (row) => row.draftScore ?? '—' },
      { id: 'askedScore', heading: heading('askedScore'), end: true, text: (row) => row.askedScore ?? '—' },
      {
        id: 'ruling',
        heading: heading('ruling'),
        text: (row) => text(`counties.opinions.rulings.${row.ruling ?? 'none'}`),
      },
      {
        id: 'ruledScore',
        heading: heading('ruledScore'),
        end: true,
        text: (row) => row.ruledScore ?? (row.ruling ? (row.draftScore ?? '—') : '—'),
      },
      {
        id: 'reason',
        heading: heading('reason'),
        wide: true,
        chinese: true,
        text: (row) => row.reason ?? '—',
      },
    ];
  });
}
