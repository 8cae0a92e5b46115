import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { EmptyNotice } from '../ui/empty-notice';
import { FailedPart } from '../ui/failed-part';
import { FocusTrail } from '../ui/focus-trail';
import { InnerLink } from '../ui/inner-link';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { CountyRows } from './county-rows';
import { NeedsYou } from './needs-you';
import { executionChart, trendChart } from './overview-charts';
import { OVERVIEW_TEXTS } from './overview-texts';
import { OverviewMap } from './overview-map';
import { pickedPart } from './picked-part';
import { RiskList } from './risk-list';
import { SeasonCard } from './season-card';

const TREND_HEIGHT = 290;

/** The leadership page: did the money arrive, are people paid, is anything wrong, what needs me — in this order. */
@Component({
  selector: 'yh-overview',
  imports: [
    RouterLink,
    TranslocoPipe,
    Page,
    SaidPipe,
    InnerLink,
    EmptyNotice,
    FailedPart,
    FocusTrail,
    ChartPanel,
    CountyRows,
    NeedsYou,
    OverviewMap,
    RiskList,
    SeasonCard,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  private readonly reading = reading();
  private readonly router = inject(Router);
  protected readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  protected readonly session = inject(Session);
  protected readonly source = pageSource('readOverview', () => ({ query: this.view.selection() }));

  protected readonly asMap = computed(() => this.view.query().get('view') === 'map');

  protected readonly shown = computed(() => {
    const data = this.source.value();
    return data
      ? pickedPart(data, this.focus.county())
      : { county: null, needsYou: [], risks: [], trend: [] };
  });
  protected readonly pickedMonth = computed(() =>
    this.shown().trend.findIndex(({ month }) => month === this.focus.month()),
  );
  protected readonly pickedCounty = computed(() =>
    (this.source.value()?.execution ?? []).findIndex(({ id }) => id === this.focus.county()),
  );
  protected readonly trend = computed(() =>
    trendChart(this.shown().trend, this.reading(), { height: TREND_HEIGHT, picked: this.pickedMonth() }),
  );
  protected readonly execution = computed(() => {
    const data = this.source.value();
    if (!data) return null;
    const how = { approved: data.state !== 'provisional', picked: this.pickedCounty() };
    return executionChart(data.execution, how, this.reading());
  });

  constructor() {
    useTexts('overview', OVERVIEW_TEXTS);
  }

  /** A month leads to its sheets, with a county picked to that county's sheet of the month. */
  protected pickMonth(row: number): void {
    const month = this.shown().trend[row]?.month;
    if (!month) return;
    const county = this.shown().county?.id;
    void this.focus.pick({ month }, this.addressOf('/inspections', ...(county ? [county, month] : [])));
  }

  protected pickCounty(row: number): void {
    const county = this.source.value()?.execution[row]?.id;
    if (county) void this.focus.pick({ county }, this.addressOf('/counties', county));
  }

  protected show(view: 'map' | null): void {
    void this.view.change({ view }, true);
  }

  protected print(): void {
    globalThis.print();
  }

  private addressOf(...parts: readonly string[]): string {
    return this.router.createUrlTree([...parts], { queryParams: this.view.selection() }).toString();
  }
}
