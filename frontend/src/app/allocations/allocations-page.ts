import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import { pageSource, type PageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { CertificateLink } from '../ui/certificate-link';
import { DayPipe } from '../ui/day';
import { EmptyNotice } from '../ui/empty-notice';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { splitChart } from './allocation-charts';
import { AllocationRows } from './allocation-rows';
import { ALLOCATIONS_TEXTS } from './allocations-texts';

/**
 * 资金分配测算, to read: the split in force beside the computed one. The year in the address is the year whose money
 * would be split. Everything on it is a draft, and says so beside every figure.
 */
@Component({
  selector: 'yh-allocations',
  imports: [
    TranslocoPipe,
    CertificateLink,
    ChartPanel,
    DayPipe,
    EmptyNotice,
    MoneyPipe,
    Page,
    SaidPipe,
    UnitPipe,
    AllocationRows,
  ],
  templateUrl: './allocations-page.html',
  styleUrl: './allocations-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllocationsPage {
  protected readonly view = inject(ViewState);
  private readonly reading = reading();
  private readonly hasYear = computed(() => this.view.query().has('year'));
  protected readonly list = pageSource('listAllocationRuns', () =>
    this.hasYear() ? { query: this.view.selection() } : undefined,
  );
  /** The run that the address names, or the newest. */
  protected readonly chosen = computed(() => {
    const runs = this.list.value()?.allocationRuns ?? [];
    return runs.find((run) => run.id === this.view.query().get('run')) ?? runs[0];
  });
  private readonly chosenId = computed(() => this.chosen()?.id);
  private readonly run = pageSource('readAllocationRun', () => {
    const run = this.chosenId();
    return run ? { params: { run } } : undefined;
  });
  protected readonly source: PageSource<AllocationRun> = {
    value: computed(() => (this.chosenId() ? this.run.value() : undefined)),
    problem: computed(() => this.list.problem() ?? this.run.problem()),
    loading: computed(() => this.list.loading() || this.run.loading()),
    reload: () => (this.list.problem() ? this.list : this.run).reload(),
  };
  protected readonly isEmpty = computed(() => this.list.value()?.allocationRuns.length === 0);
  protected readonly chart = computed(() => {
    const run = this.source.value();
    return run ? splitChart(run, this.reading()) : null;
  });
  /** What the run leaves as it is, summed from the printed parts. */
  protected readonly kept = computed(() => {
    const rows = this.source.value()?.counties ?? [];
    return {
      posts: rows.reduce((sum, row) => sum + row.lastPart, 0),
      fen: rows.reduce((sum, row) => sum + row.lastFen, 0),
    };
  });

  constructor() {
    useTexts('allocations', ALLOCATIONS_TEXTS);
    // Without a year the page means the year after the one that is gathered, and says so in the address.
    effect(() => {
      if (!this.hasYear()) void this.view.change({ year: this.view.year() + 1 }, true);
    });
  }

  protected choose(event: Event): void {
    void this.view.change({ run: (event.target as HTMLSelectElement).value });
  }

  protected changeTo(changes: { year?: number; program?: string }): void {
    void this.view.change({ ...changes, run: null });
  }
}
