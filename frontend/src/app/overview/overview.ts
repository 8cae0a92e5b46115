import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { Session } from '../api/session';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { executionHeight } from '../charts/execution';
import { Paper } from '../charts/paper';
import { DayPipe } from '../ui/day';
import { Display } from '../ui/display';
import { EmptyNotice } from '../ui/empty-notice';
import { FigureStateMark } from '../ui/figure-state-mark';
import { InnerLink } from '../ui/inner-link';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { CountyRows } from './county-rows';
import { executionChart, trendChart, type Reading } from './overview-charts';
import { OVERVIEW_TEXTS } from './overview-texts';

const TREND_HEIGHT = 290;

/** The leadership page: did the money arrive, are people paid, is anything wrong, what needs me — in this order. */
@Component({
  selector: 'yh-overview',
  imports: [
    TranslocoPipe,
    Page,
    SaidPipe,
    DayPipe,
    InnerLink,
    EmptyNotice,
    FigureStateMark,
    ChartPanel,
    CountyRows,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  private readonly display = inject(Display);
  private readonly language = inject(Language);
  private readonly paper = inject(Paper);
  private readonly view = inject(ViewState);
  protected readonly session = inject(Session);
  protected readonly source = pageSource('readOverview', () => ({ query: this.view.selection() }));
  protected readonly trendHeight = TREND_HEIGHT;
  protected readonly executionHeight = executionHeight;

  private readonly reading = computed<Reading>(() => ({
    say: (key, values) => this.language.text(textKey(key), values),
    language: this.language.current(),
    unit: this.display.unit(),
    look: this.paper.look(),
  }));
  protected readonly trend = computed(() =>
    trendChart(this.source.value()?.trend ?? [], this.reading(), TREND_HEIGHT),
  );
  protected readonly execution = computed(() => {
    const data = this.source.value();
    return data ? executionChart(data.execution, data.state !== 'provisional', this.reading()) : null;
  });

  constructor() {
    useTexts('overview', OVERVIEW_TEXTS);
  }

  protected print(): void {
    globalThis.print();
  }
}

/** Units and states are words that every page shares; the rest is the overview's own. */
function textKey(key: string): string {
  if (key.startsWith('unit.')) return `ui.${key}`;
  if (key === 'state.notDue') return 'ui.valueState.notDue';
  return key.startsWith('state.') ? `ui.figureState.${key.slice(6)}` : `overview.${key}`;
}
