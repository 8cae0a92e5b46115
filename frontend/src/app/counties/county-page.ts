import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { EmptyNotice } from '../ui/empty-notice';
import { DayPipe } from '../ui/day';
import { ExplainLink } from '../ui/explain-link';
import { LightMark } from '../ui/light-mark';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { timelineChart } from './county-charts';
import { CountyEvaluation } from './county-evaluation';
import { CountyTables } from './county-tables';
import { COUNTIES_TEXTS } from './counties-texts';
import { MonthCalendar } from './month-calendar';
import { isGathered } from './month-words';
import { partsOfMonth } from './of-month';
import { PartLinks } from './part-links';

/** How one county stands, and why: the sentence, the months, the money in time, targets, findings, filings, result. */
@Component({
  selector: 'yh-county-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    ChartPanel,
    DayPipe,
    EmptyNotice,
    ExplainLink,
    LightMark,
    MoneyPipe,
    Page,
    SaidPipe,
    UnitPipe,
    CountyEvaluation,
    CountyTables,
    MonthCalendar,
    PartLinks,
  ],
  templateUrl: './county-page.html',
  styleUrl: './county-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountyPage {
  protected readonly view = inject(ViewState);
  private readonly reading = reading();
  protected readonly focus = inject(PageFocus);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  /** From the address: /counties/:county. */
  readonly county = input.required<string>();
  protected readonly source = pageSource('readCounty', () => ({
    params: { county: this.county() },
    query: this.view.selection(),
  }));
  /** The month picked, where it is one of the page's year. */
  protected readonly month = computed(() => {
    const asked = this.focus.month();
    return this.source.value()?.months.some(({ month }) => month === asked) ? asked : null;
  });
  /** The page, or what of it touches the picked month: without asking the server again. */
  protected readonly shown = computed(() => {
    const data = this.source.value();
    return data && { ...data, ...partsOfMonth(data, this.month()) };
  });
  protected readonly timeline = computed(() => {
    const data = this.shown();
    return data
      ? timelineChart(data.timeline, { year: data.year, month: this.month() }, this.reading())
      : null;
  });
  protected readonly gathered = computed(() => (this.source.value()?.months ?? []).some(isGathered));

  constructor() {
    useTexts('counties', COUNTIES_TEXTS);
    // A link to a record names a part of this page, which is only there once the data are: the router came too early.
    effect(() => {
      const place = this.fragment();
      if (!place || !this.source.value()) return;
      setTimeout(() => document.getElementById(place)?.scrollIntoView());
    });
  }
}
