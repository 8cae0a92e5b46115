import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { Language } from '../../ui/language';
import { useTexts } from '../../ui/texts';
import { DECISIONS_TEXTS } from './decisions-texts';

type Row = AllocationDecision['notices'][number];

/** The notices of a promulgated split, and which counties acknowledged theirs. */
@Component({
  selector: 'yh-decision-notices',
  imports: [RouterLink, TranslocoPipe, Cell, DataTable, DayPipe],
  template: `
    <h3>{{ 'decisions.view.notices' | transloco }}</h3>
    <p>
      {{ 'decisions.view.noticesCount' | transloco: { count: decision().notices.length, read: read() } }}
    </p>
    @let rows = decision().notices;
    <yh-table [columns]="columns()" [rows]="rows" sortKey="notices">
      <ng-template yhCell="county" [yhCellOf]="rows" let-row
        ><span lang="zh-CN">{{ row.name }}</span></ng-template
      >
      <ng-template yhCell="read" [yhCellOf]="rows" let-row>
        @if (row.readOn !== null) {
          {{ 'decisions.view.noticeRead' | transloco: { day: row.readOn | day } }}
        } @else {
          {{ 'decisions.view.noticeUnread' | transloco }}
        }
      </ng-template>
      <ng-template yhCell="by" [yhCellOf]="rows" let-row
        ><span lang="zh-CN">{{ row.readBy ?? '—' }}</span></ng-template
      >
      <ng-template yhCell="notice" [yhCellOf]="rows" let-row>
        <a
          routerLink="/allocations/notices"
          [queryParams]="{
            program: decision().program,
            year: decision().year,
            decision: decision().id,
            county: row.county,
          }"
          >{{ 'decisions.view.noticeOpen' | transloco
          }}<span class="visually-hidden" lang="zh-CN"> {{ row.name }}</span></a
        >
      </ng-template>
    </yh-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionNotices {
  private readonly language = inject(Language);
  readonly decision = input.required<AllocationDecision>();
  protected readonly read = computed(
    () => this.decision().notices.filter(({ readOn }) => readOn !== null).length,
  );
  protected readonly columns = computed<readonly Column<Row>[]>(() =>
    ['county', 'read', 'by', 'notice'].map((id) => ({
      id,
      heading: this.language.text(`decisions.table.${id}`),
    })),
  );

  constructor() {
    useTexts('decisions', DECISIONS_TEXTS);
  }
}
