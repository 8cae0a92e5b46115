import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { FigureStateMark, type FigureState } from '../ui/figure-state-mark';
import { LightMark } from '../ui/light-mark';
import { MoneyPipe } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { UnitPipe } from '../ui/unit';
import { ValueStateMark } from '../ui/value-state-mark';

/** A month of which something is due or known; the others are said to be not due, and nothing more. */
export const isGathered = (month: CountyMonth): boolean =>
  month.inspection.state !== 'notDue' || month.wages.state !== 'notDue';

export const stateOfMonth = (month: CountyMonth): FigureState =>
  month.approved ? 'approved' : 'provisional';

/** What a month's field of the calendar says: inspection, wages, posts, and why the light is what it is. */
@Component({
  selector: 'yh-month-body',
  imports: [TranslocoPipe, FigureStateMark, LightMark, MoneyPipe, SaidPipe, UnitPipe, ValueStateMark],
  templateUrl: './month-body.html',
  styleUrl: './month-body.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthBody {
  readonly month = input.required<CountyMonth>();
  readonly textId = input.required<string>();
  protected readonly gathered = computed(() => isGathered(this.month()));
  protected readonly state = computed(() => stateOfMonth(this.month()));
  protected readonly number = computed(() => Number(this.month().month.slice(5)));

  /** The day without its year, which the calendar as a whole already says. */
  protected short(day: string): string {
    return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
  }
}
