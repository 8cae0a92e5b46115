import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ChartPanel } from '../charts/chart-panel';
import { reading } from '../charts/reading';
import { MoneyPipe } from '../ui/money';
import { Page } from '../ui/page';
import { SaidPipe } from '../ui/said';
import { useTexts } from '../ui/texts';
import { UnitPipe } from '../ui/unit';
import { AllocationLinks } from './allocation-links';
import { ALLOCATIONS_TEXTS } from './allocations-texts';
import { SplitControls } from './controls/split-controls';
import { DecidedLine } from './decided-line';
import { HowSure } from './how-sure';
import { PolicyChanges } from './policy-changes';
import { ResearchPanel } from './research/research-panel';
import { SplitActs } from './split-acts';
import { chartedSplit, isSameChart, splitChart } from './split-charts';
import { SplitDesk } from './split-desk';
import { SplitNotices } from './split-notices';
import { splitRows } from './split-rows';
import { ProposedSplit } from './split-table';

/** At this width the settings stand beside the split, and are open from the start. */
const WIDE = '(min-width: 1180px)';

/**
 * 资金分配测算: the split in force beside what a policy makes of the evidence, worked out in the browser as the settings
 * are moved. The year in the address is the year whose money would be split; the settings stand in the address too.
 * Everything on it is a draft, and says so beside every figure.
 */
@Component({
  selector: 'yh-allocations',
  imports: [
    RouterLink,
    TranslocoPipe,
    AllocationLinks,
    ChartPanel,
    DecidedLine,
    HowSure,
    MoneyPipe,
    Page,
    PolicyChanges,
    ProposedSplit,
    ResearchPanel,
    SaidPipe,
    SplitActs,
    SplitControls,
    SplitNotices,
    UnitPipe,
  ],
  providers: [SplitDesk],
  templateUrl: './allocations-page.html',
  styleUrl: './allocations-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllocationsPage {
  protected readonly desk = inject(SplitDesk);
  private readonly reading = reading();
  protected readonly isWide = globalThis.matchMedia?.(WIDE).matches ?? true;

  protected readonly rows = computed(() => {
    const question = this.desk.question();
    return question ? splitRows(question, this.desk.proposal()) : [];
  });
  private readonly charted = computed(
    () => {
      const proposal = this.desk.proposal();
      return proposal ? chartedSplit(this.rows(), proposal) : null;
    },
    { equal: isSameChart },
  );
  protected readonly chart = computed(() => {
    const charted = this.charted();
    return charted ? splitChart(charted, this.reading()) : null;
  });
  /** What stays as it is, summed from the printed parts; posts only where the official text gives all of them. */
  protected readonly kept = computed(() => {
    const rows = this.rows();
    const posts = rows.map(({ lastPosts }) => lastPosts);
    return {
      posts: posts.every((one) => one !== null) ? posts.reduce((sum, one) => sum + one, 0) : null,
      fen: rows.reduce((sum, { lastFen }) => sum + (lastFen ?? 0), 0),
    };
  });
  protected readonly lastYear = computed(() => {
    const question = this.desk.question();
    return question?.evidence?.lastSplit.year ?? question?.lastSplit?.publication ?? '';
  });
  protected readonly warnings = computed(() => {
    const names = new Map(this.rows().map(({ county, name }) => [county, name]));
    return (this.desk.proposal()?.warnings ?? []).map(({ county, text }) => ({
      text,
      name: county === undefined ? null : (names.get(county) ?? county),
    }));
  });
  /** The gate stands open until the simulation has spoken. */
  protected readonly isUngated = computed(
    () =>
      this.desk.certainty() === 'computing' &&
      this.desk.proposal() !== null &&
      this.desk.settings().firmness.gate,
  );

  constructor() {
    useTexts('allocations', ALLOCATIONS_TEXTS);
  }
}
