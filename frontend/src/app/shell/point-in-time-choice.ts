import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { closedMonthEnds } from '@yuheng/shared/domain/period/point-in-time';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { ViewState } from '../api/view-state';
import { CurrentPage } from '../ui/current-page';
import { DayPipe } from '../ui/day';

/** 数据时点, on pages that know one: the latest figures, a month-end that is over, or a finalised result. */
@Component({
  selector: 'yh-point-in-time-choice',
  imports: [TranslocoPipe, DayPipe],
  template: `
    @if (isShown()) {
      <label>
        <span>{{ 'shell.pointInTime.label' | transloco }}</span>
        <select [value]="view.asOf() ?? ''" (change)="choose($event)">
          <option value="" [selected]="!view.asOf()">{{ 'shell.pointInTime.latest' | transloco }}</option>
          @for (one of finalised(); track one.run) {
            <option [value]="one.run" [selected]="one.run === view.asOf()">
              {{ 'shell.pointInTime.finalised' | transloco: { day: (one.finalisedOn | day) } }}
            </option>
          }
          @for (one of months(); track one.key) {
            <option [value]="one.key" [selected]="one.key === view.asOf()">
              {{ 'shell.pointInTime.monthEnd' | transloco: one }}
            </option>
          }
          @if (isElsewhere()) {
            <option [value]="view.asOf()" selected>{{ 'shell.pointInTime.chosen' | transloco }}</option>
          }
        </select>
      </label>
    }
  `,
  styles: `
    label {
      display: flex;
      gap: 6px;
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PointInTimeChoice {
  protected readonly view = inject(ViewState);
  private readonly page = inject(CurrentPage);

  protected readonly isShown = computed(
    () => this.view.hasPointsInTime() && (this.page.choice() !== null || this.view.asOf() !== undefined),
  );
  /** The department's own result alone: it is the one that pages show. */
  protected readonly finalised = computed(() =>
    (this.page.choice()?.finalised ?? []).filter(({ kind }) => kind === 'departmentEvaluation'),
  );
  protected readonly months = computed(() => {
    const today = this.page.choice()?.today;
    if (!today) return [];
    return closedMonthEnds(this.view.year(), isoDate(today)).map((key) => {
      const [year, month] = key.split('-').map(Number);
      return { key, year, month };
    });
  });
  /** What the address names and the list does not have, such as an earlier result of a round that was finalised again. */
  protected readonly isElsewhere = computed(() => {
    const chosen = this.view.asOf();
    return (
      chosen !== undefined &&
      this.months().every(({ key }) => key !== chosen) &&
      this.finalised().every(({ run }) => run !== chosen)
    );
  });

  protected choose(event: Event): void {
    void this.view.change({ asOf: (event.target as HTMLSelectElement).value || null });
  }
}
