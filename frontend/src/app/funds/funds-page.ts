import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { EmptyNotice } from '../ui/empty-notice';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { chainOf, executionChart, monthsChart } from './funds-charts';
import { FundsTable } from './funds-table';
import { IssuePlanTable } from './issue-plan-table';
import { FUNDS_TEXTS } from './funds-texts';

/** Where the money is: the sentence, the chain from budget to spending, execution and months, county by county. */
@Component({
  selector: 'yh-funds',
  imports: [
    RouterLink,
    TranslocoPipe,
    ChartPanel,
    EmptyNotice,
    MoneyPipe,
    Page,
    SaidPipe,
    UnitPipe,
    FundsTable,
    IssuePlanTable,
  ],
  templateUrl: './funds-page.html',
  styleUrl: './funds-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FundsPage {
  private readonly view = inject(ViewState);
  private readonly reading = reading();
  protected readonly selection = this.view.selection;
  protected readonly source = pageSource('readFunds', () => ({ query: this.view.selection() }));
  protected readonly chain = computed(() => {
    const data = this.source.value();
    return data ? chainOf(data.total) : [];
  });
  /** Published for the year itself, by the split in force of an earlier one, or neither: never called published where it is not. */
  protected readonly budgetKind = computed(() => {
    const data = this.source.value();
    if (!data || data.splitYear === null) return 'budgetOwn';
    return data.splitYear === data.year ? 'budget' : 'budgetCarried';
  });
  protected readonly execution = computed(() => {
    const data = this.source.value();
    return data ? executionChart(data, this.reading()) : null;
  });
  protected readonly months = computed(() => monthsChart(this.source.value()?.months ?? [], this.reading()));

  constructor() {
    useTexts('funds', FUNDS_TEXTS);
  }

  /** For the bar's length only. */
  protected width(fen: number): string {
    const longest = Math.max(1, ...this.chain().map((link) => link.fen));
    return `${(fen / longest) * 100}%`;
  }
}
