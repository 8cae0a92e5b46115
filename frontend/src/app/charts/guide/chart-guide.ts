import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Page } from '../../ui/page';
import { useTexts } from '../../ui/texts';
import { ChartPanel } from '../chart-panel';
import { CountyMap } from '../county-map';
import { MarkedTable } from '../marked-table';
import { reading } from '../reading';
import { GUIDE_BOUNDARY, guideCharts, guideCounties, guideTable } from './guide-charts';
import { GUIDE_TEXTS } from './guide-texts';

/** The day of the demonstration: what is invented has no day of its own. */
const DAY = '2026-03-20';

/** Each chart of the program with invented figures, and how it is read. */
@Component({
  selector: 'yh-chart-guide',
  imports: [TranslocoPipe, Page, ChartPanel, CountyMap, MarkedTable],
  template: `
    <yh-page title="chartGuide.title" question="chartGuide.question">
      <section class="card">
        <p>
          <span class="demonstration">{{ 'ui.demonstration' | transloco }}</span>
          {{ 'chartGuide.note' | transloco }}
        </p>
        <p>{{ 'chartGuide.keys' | transloco }}</p>
        <p>{{ 'chartGuide.marks' | transloco }}</p>
      </section>
      <div class="charts">
        @for (chart of charts(); track chart.kind) {
          <section class="card" [id]="chart.kind">
            <p class="how">{{ 'chartGuide.kind.' + chart.kind + '.how' | transloco }}</p>
            <yh-chart-panel
              disclosure="public"
              [heading]="'chartGuide.kind.' + chart.kind + '.title' | transloco"
              [summary]="chart.summary"
              [option]="chart.parts.option"
              [table]="chart.parts.table"
              [height]="chart.parts.height"
              [asOf]="day"
              [demonstration]="true"
            />
          </section>
        }
        @for (kind of ['tiles', 'map']; track kind) {
          <section class="card" [id]="kind">
            <p class="how">{{ 'chartGuide.kind.' + kind + '.how' | transloco }}</p>
            <yh-county-map
              disclosure="public"
              [heading]="'chartGuide.kind.' + kind + '.title' | transloco"
              [summary]="mapSummary()"
              [measure]="'chartGuide.word.arrival' | transloco"
              [values]="counties()"
              [boundary]="kind === 'map' ? boundary : null"
              [asOf]="day"
              [demonstration]="true"
            />
          </section>
        }
        <section class="card" id="table">
          <p class="how">{{ 'chartGuide.kind.table.how' | transloco }}</p>
          <yh-marked-table
            disclosure="public"
            [heading]="'chartGuide.kind.table.title' | transloco"
            [summary]="tableSummary()"
            [table]="table()"
            [asOf]="day"
            [demonstration]="true"
          />
        </section>
      </div>
    </yh-page>
  `,
  styles: `
    .charts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
      gap: 0 14px;
      align-items: start;
    }
    .charts > * {
      min-inline-size: 0;
    }
    .how {
      padding-inline-start: 10px;
      border-inline-start: 3px solid var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartGuide {
  private readonly reading = reading();
  protected readonly day = DAY;
  protected readonly boundary = GUIDE_BOUNDARY;
  protected readonly charts = computed(() =>
    guideCharts(this.reading()).map((chart) => ({ ...chart, summary: this.summary(chart.parts.table.rows) })),
  );
  protected readonly counties = computed(() => guideCounties(this.reading()));
  protected readonly mapSummary = computed(() =>
    this.summary(this.counties().map(({ name, label }) => [name, label])),
  );
  protected readonly table = computed(() => guideTable(this.reading()));
  protected readonly tableSummary = computed(() =>
    this.summary(
      this.table().rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.label ?? '—')]),
    ),
  );

  constructor() {
    useTexts('chartGuide', GUIDE_TEXTS);
  }

  /** Every chart is said in words: how many items, and the first of them. */
  private summary(rows: readonly (readonly string[])[]): string {
    const { text } = this.reading();
    return text('chartGuide.sample', { count: rows.length, first: (rows[0] ?? []).join(' ') });
  }
}
