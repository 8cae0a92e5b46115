import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { DayPipe } from '../ui/day';
import { SaidPipe } from '../ui/said';
import type { Item } from './sheet-draft';

/**
 * Beside an item: findings on it that are still open, and what the checks say of it. Nothing of it stops the typing, and
 * that an item is not answered yet is no error before the sheet is submitted.
 */
@Component({
  selector: 'yh-item-notes',
  imports: [TranslocoPipe, DayPipe, SaidPipe],
  template: `
    @for (finding of findings(); track $index) {
      <p class="line" data-kind="finding">
        <strong>{{ 'sheet.item.finding' | transloco }}</strong>
        <span lang="zh-CN">{{
          'sheet.page.finding' | transloco: { summary: finding.summary, deadline: (finding.deadline | day) }
        }}</span>
      </p>
    }
    @for (remark of remarks(); track $index) {
      <p class="line" [attr.data-kind]="remark.severity">
        <strong>{{ 'sheet.item.severity.' + remark.severity | transloco }}</strong>
        <span>{{ remark.text | said }}</span>
      </p>
    }
  `,
  styles: `
    .line {
      margin-block: 4px;
      padding-inline-start: 8px;
      border-inline-start: 3px solid var(--quiet);
      font-size: 0.875rem;
    }
    .line strong {
      margin-inline-end: 6px;
    }
    [data-kind='error'] {
      border-color: var(--warning);
    }
    [data-kind='error'] strong {
      color: var(--warning);
    }
    [data-kind='warning'],
    [data-kind='finding'] {
      border-color: var(--attention);
    }
    [data-kind='warning'] strong,
    [data-kind='finding'] strong {
      color: var(--attention);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemNotes {
  readonly item = input.required<Item>();
  readonly sheet = input.required<Sheet>();
  protected readonly findings = computed(() =>
    this.sheet().openFindings.filter((finding) => finding.item === this.item().id),
  );
  protected readonly remarks = computed(() =>
    this.sheet().remarks.filter(
      ({ severity, items }) =>
        items.includes(this.item().id) && (severity !== 'error' || this.item().current !== null),
    ),
  );
}
