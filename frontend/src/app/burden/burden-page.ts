import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ExportButtons } from '../api/export-buttons';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyNotice } from '../ui/empty-notice';
import { Language } from '../ui/language';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { BURDEN_TEXTS } from './burden-texts';
import { averageOfCounties, sumOfMonths, type BurdenLine } from './sum-burden';

type MonthLine = ReturnType<typeof sumOfMonths>[number];

/** What gathering costs the counties, and how that is counted (减负账). */
@Component({
  selector: 'yh-burden',
  imports: [TranslocoPipe, DataTable, EmptyNotice, ExportButtons, Page, SaidPipe],
  templateUrl: './burden-page.html',
  styleUrl: './burden-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BurdenPage {
  protected readonly view = inject(ViewState);
  private readonly language = inject(Language);
  protected readonly source = pageSource('readBurden', () => ({ query: this.view.selection() }));
  /** All that are read, or the one that the address names. */
  private readonly chosen = computed(() => {
    const { counties = [] } = this.source.value() ?? {};
    return counties.find(({ id }) => id === this.view.query().get('county')) ?? null;
  });
  protected readonly county = computed(() => this.chosen()?.id ?? '');
  protected readonly averages = computed(() => averageOfCounties(this.source.value()?.counties ?? []));
  protected readonly months = computed(() => {
    const chosen = this.chosen();
    return sumOfMonths(chosen ? [chosen] : (this.source.value()?.counties ?? []));
  });
  protected readonly heading = computed(() => {
    const name = this.chosen()?.name;
    return name ? this.text('ofCounty', { name }) : this.text('byMonth');
  });
  protected readonly countyColumns = computed<readonly Column<BurdenLine>[]>(() => [
    { id: 'county', heading: this.text('county'), tight: true, chinese: true, text: ({ name }) => name },
    { id: 'months', heading: this.text('months'), end: true, text: ({ months }) => String(months) },
    { id: 'asked', heading: this.text('asked'), end: true, text: ({ asked }) => asked.toFixed(1) },
    { id: 'entered', heading: this.text('entered'), end: true, text: ({ entered }) => entered.toFixed(1) },
    { id: 'minutes', heading: this.text('minutes'), end: true, text: ({ minutes }) => minutes.toFixed(1) },
    { id: 'returned', heading: this.text('returned'), end: true, text: ({ returned }) => String(returned) },
  ]);
  protected readonly monthColumns = computed<readonly Column<MonthLine>[]>(() => [
    { id: 'month', heading: this.text('month'), tight: true, text: ({ month }) => month },
    { id: 'asked', heading: this.text('asked'), end: true, text: ({ asked }) => String(asked) },
    { id: 'entered', heading: this.text('entered'), end: true, text: ({ entered }) => String(entered) },
    { id: 'minutes', heading: this.text('minutes'), end: true, text: ({ minutes }) => String(minutes) },
    { id: 'returned', heading: this.text('returned'), end: true, text: ({ returned }) => String(returned) },
  ]);

  constructor() {
    useTexts('burden', BURDEN_TEXTS);
  }

  protected choose(event: Event): void {
    void this.view.change({ county: (event.target as HTMLSelectElement).value || null });
  }

  private text(key: string, values: Record<string, unknown> = {}): string {
    return this.language.text(`burden.${key}`, values);
  }
}
