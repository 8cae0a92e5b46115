import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { DayPipe } from '../ui/day';
import { FigureStateMark } from '../ui/figure-state-mark';
import { LightMark } from '../ui/light-mark';
import { MoneyPipe } from '../ui/money';
import { SaidPipe } from '../ui/said';
import { UnitPipe } from '../ui/unit';
import { ValueStateMark } from '../ui/value-state-mark';
import { isGathered, shortDay, stateOfMonth } from './month-words';

/** What stands behind a month's marks: inspection, wages, posts, and why the light is what it is. */
@Component({
  selector: 'yh-month-body',
  imports: [
    TranslocoPipe,
    DayPipe,
    FigureStateMark,
    LightMark,
    MoneyPipe,
    SaidPipe,
    UnitPipe,
    ValueStateMark,
  ],
  templateUrl: './month-body.html',
  styleUrl: './month-body.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthBody {
  readonly month = input.required<CountyMonth>();
  protected readonly gathered = computed(() => isGathered(this.month()));
  protected readonly state = computed(() => stateOfMonth(this.month()));
  protected readonly short = shortDay;
}
