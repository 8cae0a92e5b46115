import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyMonth } from '@yuheng/shared/contract/counties';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { isGathered, MonthBody } from './month-body';

/** Twelve months, each with inspection, wages and posts; a click opens the inspection sheet in the drawer. */
@Component({
  selector: 'yh-month-calendar',
  imports: [TranslocoPipe, DayPipe, ExplainLink, MonthBody],
  templateUrl: './month-calendar.html',
  styleUrl: './month-calendar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthCalendar {
  readonly county = input.required<string>();
  readonly months = input.required<readonly CountyMonth[]>();
  protected readonly isGathered = isGathered;
}
