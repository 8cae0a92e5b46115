import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IndicatorMonth } from '@yuheng/shared/contract/indicators';
import { PageFocus } from '../api/page-focus';
import { ViewState } from '../api/view-state';
import { reading } from '../charts/reading';
import { formatDay } from '../ui/day';
import { fullOf, type MonthLine } from './indicator-view';
import { MarkedFigure } from './marked-figure';

/** Counties or indicators by month. A month in the head filters the page; a figure leads to the sheet that it rests on. */
@Component({
  selector: 'yh-month-grid',
  imports: [RouterLink, TranslocoPipe, MarkedFigure],
  templateUrl: './month-grid.html',
  styleUrl: './month-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MonthGrid {
  protected readonly focus = inject(PageFocus);
  protected readonly view = inject(ViewState);
  private readonly reading = reading();
  readonly lines = input.required<readonly MonthLine[]>();
  /** The lines are counties; else they are indicators. */
  readonly byCounty = input.required<boolean>();
  readonly pick = output<string>();

  protected readonly months = computed(() => (this.lines()[0]?.months ?? []).map(({ month }) => month));

  protected nameOf(month: string): string {
    const { text, language } = this.reading();
    return language === 'en'
      ? formatDay(month, 'en').slice(0, 3)
      : text('indicators.months.name', { month: Number(month.slice(5)) });
  }

  protected fullOf({ indicator, months }: MonthLine): number {
    return fullOf(
      indicator,
      months.map(({ figure }) => figure),
    );
  }

  /** A month that is not due has no sheet to look at yet, and the counties together have none at all. */
  protected addressOf({ county, indicator }: MonthLine, { month, state }: IndicatorMonth): string[] | null {
    if (county === null || state === 'notDue') return null;
    return [indicator.monthly === 'wages' ? '/funds/spending' : '/inspections', county, month];
  }

  /** Read aloud after the figure. */
  protected labelOf({ name }: MonthLine, { month }: IndicatorMonth): string {
    const { text, language } = this.reading();
    return text('indicators.months.open', { name, month: formatDay(month, language) });
  }
}
