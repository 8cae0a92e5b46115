import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageFocus } from '../api/page-focus';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { EmptyNotice } from '../ui/empty-notice';
import { FocusTrail } from '../ui/focus-trail';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { chainOf, executionChart, monthsChart } from './funds-charts';
import { flowChart } from './funds-flow';
import { FundsMap } from './funds-map';
import { FundsTable } from './funds-table';
import { IssuePlanTable } from './issue-plan-table';
import { FUNDS_TEXTS } from './funds-texts';
import { pickedFunds } from './picked-funds';

/** Where the money is: the sentence, the chain from budget to spending, execution and months, county by county. */
@Component({
  selector: 'yh-funds',
  imports: [
    RouterLink,
    TranslocoPipe,
    ChartPanel,
    EmptyNotice,
    FocusTrail,
    MoneyPipe,
    Page,
    SaidPipe,
    UnitPipe,
    FundsMap,
    FundsTable,
    IssuePlanTable,
  ],
  templateUrl: './funds-page.html',
  styleUrl: './funds-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FundsPage {
  private readonly view = inject(ViewState);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment, { initialValue: null });
  private readonly router = inject(Router);
  protected readonly focus = inject(PageFocus);
  private readonly reading = reading();
  protected readonly selection = this.view.selection;
  protected readonly source = pageSource('readFunds', () => ({ query: this.view.selection() }));
  protected readonly part = computed(() => {
    const data = this.source.value();
    return data ? pickedFunds(data, this.focus.county()) : null;
  });
  protected readonly several = computed(() => (this.source.value()?.counties.length ?? 0) > 1);
  protected readonly pickedCounty = computed(() =>
    (this.source.value()?.counties ?? []).findIndex(({ id }) => id === this.focus.county()),
  );
  protected readonly pickedMonth = computed(() =>
    (this.source.value()?.months ?? []).findIndex(({ month }) => month === this.focus.month()),
  );
  protected readonly chain = computed(() => {
    const data = this.part();
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
    return data ? executionChart(data, this.reading(), this.pickedCounty()) : null;
  });
  protected readonly flow = computed(() => {
    const data = this.source.value();
    return data ? flowChart(data, this.reading(), this.pickedCounty()) : null;
  });
  protected readonly months = computed(() =>
    monthsChart(this.part()?.months ?? [], this.reading(), this.pickedMonth()),
  );

  constructor() {
    useTexts('funds', FUNDS_TEXTS);
    // A link names a part of this page, which is only there once the data are: the router came too early.
    effect(() => {
      const place = this.fragment();
      if (!place || !this.source.value()) return;
      setTimeout(() => document.getElementById(place)?.scrollIntoView());
    });
  }

  /** For the bar's length only. */
  protected width(fen: number): string {
    const longest = Math.max(1, ...this.chain().map((link) => link.fen));
    return `${(fen / longest) * 100}%`;
  }

  /** The ledger of the county that is picked, or of all. */
  protected ledgerOf(county: string | undefined) {
    const { program, year } = this.selection();
    return { program, year, ...(county ? { county } : {}) };
  }

  protected pickRow(row: number): void {
    const county = this.source.value()?.counties[row];
    if (county) this.pickCounty(county.id);
  }

  /** What is picked already leads on to its ledger. */
  protected pickCounty(county: string): void {
    const ledger = this.router.createUrlTree(['/funds/ledger'], { queryParams: this.ledgerOf(county) });
    void this.focus.pick({ county }, this.router.serializeUrl(ledger));
  }

  /** A month leads to its spending sheets, with a county picked to that county's sheet of the month. */
  protected pickMonth(row: number): void {
    const month = this.source.value()?.months[row]?.month;
    if (!month) return;
    const county = this.part()?.of?.id;
    const { program, year } = this.selection();
    const sheets = this.router.createUrlTree(['/funds/spending', ...(county ? [county, month] : [])], {
      queryParams: { program, year },
    });
    void this.focus.pick({ month }, this.router.serializeUrl(sheets));
  }
}
