import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type * as z from 'zod';
import type { recordReference } from '@yuheng/shared/contract/values';
import type { ExplainTarget } from '../api/explain-target';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';

type RecordReference = z.infer<typeof recordReference>;

/** The part of the county's page where records of a kind stand; inspections open in the drawer instead. */
const PLACES: Readonly<Partial<Record<RecordReference['kind'], string>>> = {
  wageMonth: 'months',
  workload: 'months',
  movement: 'timeline',
  filing: 'filings',
  finding: 'findings',
};

interface RecordGroup {
  readonly kind: RecordReference['kind'];
  readonly records: readonly RecordReference[];
  readonly place: string | undefined;
}

/** Records by kind, in the order in which the kinds first appear; months in their order. */
export function groupRecords(records: readonly RecordReference[]): readonly RecordGroup[] {
  const kinds = [...new Set(records.map((one) => one.kind))];
  return kinds.map((kind) => ({
    kind,
    place: PLACES[kind],
    records: records
      .filter((one) => one.kind === kind)
      .sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : Number((a.month ?? '') > (b.month ?? '')))),
  }));
}

/** What a figure rests on, each record a link: an inspection opens here, the others stand on the county's page. */
@Component({
  selector: 'yh-records',
  imports: [RouterLink, TranslocoPipe, DayPipe, ExplainLink],
  template: `
    @for (group of groups(); track group.kind) {
      <p class="group">
        <span class="kind">{{ 'explain.record.' + group.kind | transloco }}</span>
        @if (group.kind === 'evaluatorMark') {
          <span>{{ 'explain.marksHidden' | transloco: { count: group.records.length } }}</span>
        } @else if (group.kind !== 'deliberation' && group.kind !== 'replyRuling') {
          @for (record of group.records; track record.id) {
            @if (group.kind === 'inspection' && record.month) {
              <a
                [yhExplain]="{ kind: 'inspection', county: record.county, month: record.month }"
                [yhExplainTrail]="trail()"
                >{{ record.month | day }}</a
              >
            } @else if (record.month) {
              <a
                [routerLink]="['/counties', record.county]"
                [queryParams]="{ program: view.program(), year: record.month.slice(0, 4) }"
                [fragment]="group.place === 'months' ? 'month-' + record.month : group.place"
                >{{ record.month | day }}</a
              >
            }
          }
          @if (withoutMonth(group); as record) {
            <a
              [routerLink]="['/counties', record.county]"
              [queryParams]="{ program: view.program(), year: year() }"
              [fragment]="group.place"
              >{{ 'explain.recordHere' | transloco }}</a
            >
          }
        }
      </p>
    }
  `,
  styles: `
    .group {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      margin: 0 0 4px;
      font-size: 0.875rem;
    }
    .kind {
      color: var(--ink-2);
    }
    a {
      padding-block: 2px;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordList {
  protected readonly view = inject(ViewState);
  readonly records = input.required<readonly RecordReference[]>();
  readonly trail = input.required<readonly ExplainTarget[]>();
  /** The year that was scored: records without a month belong to it. */
  readonly year = input.required<number>();
  protected readonly groups = computed(() => groupRecords(this.records()));

  protected withoutMonth(group: RecordGroup): RecordReference | undefined {
    return group.records.find((one) => !one.month);
  }
}
