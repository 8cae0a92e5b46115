import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { formatDay } from '../ui/day';
import { FigureStateMark, type FigureState } from '../ui/figure-state-mark';
import { Language } from '../ui/language';
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
  private readonly language = inject(Language);
  readonly month = input.required<CountyMonth>();
  protected readonly gathered = computed(() => isGathered(this.month()));
  protected readonly state = computed(() => stateOfMonth(this.month()));
  /** The month without its year, which stands above the calendar as a whole. */
  protected readonly name = computed(() => {
    const { month } = this.month();
    return this.language.current() === 'en'
      ? formatDay(month, 'en').slice(0, 3)
      : this.language.text('counties.months.name', { month: Number(month.slice(5)) });
  });

  /** The day without its year, which the calendar as a whole already says. */
  protected short(day: string): string {
    return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
  }
}
