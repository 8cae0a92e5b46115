import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { ViewState } from '../../api/view-state';
import { ChartPanel } from '../../charts/chart-panel';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { Display } from '../../ui/display';
import { EmptyNotice } from '../../ui/empty-notice';
import { Language } from '../../ui/language';
import { formatMoney, MoneyPipe } from '../../ui/money';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { AllocationLinks } from '../allocation-links';
import { yearToCome } from '../year-to-come';
import { historyChart } from './history-chart';
import { historyRows, statesPosts, type HistoryRow } from './history-rows';
import { HISTORY_TEXTS } from './history-texts';
import { LoadSplits } from './load-splits';
import { PolicyTrial } from './policy-trial';
import { newestFirst } from './trial-of-year';

/** 历年分配: every year whose split is known, with its source; tables of years without a text; policies tried on them. */
@Component({
  selector: 'yh-history-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    Cell,
    ChartPanel,
    DataTable,
    EmptyNotice,
    LoadSplits,
    MoneyPipe,
    Page,
    PolicyTrial,
    SaidPipe,
    UnitPipe,
  ],
  templateUrl: './history-page.html',
  styleUrl: './history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPage {
  private readonly language = inject(Language);
  private readonly display = inject(Display);
  private readonly reading = reading();
  protected readonly view = inject(ViewState);
  protected readonly mayLoad = inject(Session).isProgramOfficer;
  protected readonly selection = yearToCome();
  private readonly program = computed(() => this.selection()?.program);
  protected readonly source = pageSource('readAllocationHistory', () => {
    const program = this.program();
    return program ? { query: { program } } : undefined;
  });
  protected readonly chart = computed(() => {
    const history = this.source.value();
    return history && history.years.length > 0 ? historyChart(history, this.reading()) : null;
  });
  protected readonly inPosts = computed(() => {
    const history = this.source.value();
    return history ? statesPosts(history) : false;
  });
  protected readonly rows = computed(() => {
    const history = this.source.value();
    return history ? historyRows(history) : [];
  });
  protected readonly newest = computed(() => {
    const history = this.source.value();
    return history ? newestFirst(history) : [];
  });
  protected readonly columns = computed<readonly Column<HistoryRow>[]>(() => {
    const unit = this.display.unit();
    const word = (key: string, values?: Record<string, string | number>) =>
      this.language.text(`history.${key}`, values);
    return [
      {
        id: 'county',
        heading: word('county'),
        chinese: true,
        text: ({ name }) => name,
        footer: word('total'),
      },
      ...(this.source.value()?.years ?? []).map(({ year, posts, totalFen }): Column<HistoryRow> => ({
        id: String(year),
        heading: word('year', { year }),
        end: true,
        footer: posts === null ? formatMoney(totalFen, unit) : `${posts} / ${formatMoney(totalFen, unit)}`,
      })),
    ];
  });

  constructor() {
    useTexts('history', HISTORY_TEXTS);
  }
}
