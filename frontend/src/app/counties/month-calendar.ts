import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { printExplain } from '../api/explain-target';
import { PageFocus } from '../api/page-focus';
import { ViewState } from '../api/view-state';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { MonthBody } from './month-body';
import { MonthCell } from './month-cell';
import { isGathered } from './month-words';

/**
 * The year in one look: a column a month, a lane for light, inspection, wages, posts, advance and supervised persons; on a
 * phone a line a month. The first click on a month shows the page by it, the second opens its inspection sheet, Escape
 * takes it back. What stands behind the picked month's marks is said in words below.
 */
@Component({
  selector: 'yh-month-calendar',
  imports: [TranslocoPipe, DayPipe, ExplainLink, MonthBody, MonthCell],
  templateUrl: './month-calendar.html',
  styleUrl: './month-calendar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'back($event)' },
})
export class MonthCalendar {
  private readonly router = inject(Router);
  private readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  readonly county = input.required<string>();
  readonly months = input.required<readonly CountyMonth[]>();
  protected readonly isGathered = isGathered;
  protected readonly picked = computed(() => this.months().find(({ month }) => month === this.focus.month()));

  protected pick(month: CountyMonth): void {
    void this.focus.pick({ month: month.month }, this.sheetOf(month));
  }

  protected back(event: Event): void {
    if (!this.picked()) return;
    event.stopPropagation();
    void this.focus.clear('month');
  }

  /** Where the second click leads: the sheet beside the page as it stands; nowhere while none is due. */
  private sheetOf({ month, inspection }: CountyMonth): string | undefined {
    if (inspection.state === 'notDue') return undefined;
    this.view.query();
    const tree = this.router.createUrlTree([], {
      queryParams: { explain: printExplain({ kind: 'inspection', county: this.county(), month }), via: null },
      queryParamsHandling: 'merge',
      preserveFragment: true,
    });
    return this.router.serializeUrl(tree);
  }
}
