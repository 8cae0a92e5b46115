import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { ChartPanel } from '../../charts/chart-panel';
import { reading } from '../../charts/reading';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { ExplainLink } from '../../ui/explain-link';
import { LightMark } from '../../ui/light-mark';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { comparisonChart, sideName } from './compare-charts';
import { addressOf, areSame, sidesOf, type ComparedSides } from './compared-sides';
import { COMPARE_TEXTS } from './compare-texts';
import { groupsOf, recordsOf, type MeasureGroup } from './measure-rows';

type Side = 'left' | 'right';

/** Two counties of one year, or one county in two years, side by side: what differs in words and on one scale, in no order. */
@Component({
  selector: 'yh-compare-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    ChartPanel,
    DayPipe,
    EmptyNotice,
    ExplainLink,
    LightMark,
    Page,
    SaidPipe,
  ],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  protected readonly view = inject(ViewState);
  private readonly router = inject(Router);
  private readonly reading = reading();
  /** The same sides are the same question: what else changes in the address, such as a pick, asks nothing anew. */
  protected readonly asked = computed(() => sidesOf(this.view.query(), this.view.year()), { equal: areSame });
  protected readonly source = pageSource('compareCounties', () => {
    const sides = this.asked();
    const { program, asOf } = this.view.selection();
    return sides ? { query: { program, ...sides, ...(asOf === undefined ? {} : { asOf }) } } : undefined;
  });
  /** The measure that is picked, in the address: the others of its group stand back. */
  protected readonly groups = computed(() => {
    const data = this.source.value();
    if (!data) return [];
    const asked = this.view.query().get('measure');
    return groupsOf(data).map((group) => {
      const picked = group.rows.findIndex(({ id }) => id === asked);
      return { ...group, picked, chart: comparisonChart(group, data, { reading: this.reading(), picked }) };
    });
  });
  protected readonly sideNames = ['left', 'right'] as const;

  constructor() {
    useTexts('compare', COMPARE_TEXTS);
  }

  protected choose(change: Partial<ComparedSides>): void {
    const sides = this.asked();
    if (sides) void this.view.change(addressOf({ ...sides, ...change }));
  }

  protected chooseCounty(side: Side, event: Event): void {
    this.choose({ [side]: (event.target as HTMLSelectElement).value });
  }

  protected chooseYear(side: Side, event: Event): void {
    const year = Number((event.target as HTMLSelectElement).value);
    const sides = this.asked();
    // Two counties stand in one year: it is chosen for both.
    if (sides && sides.left !== sides.right) this.choose({ rightYear: year });
    else this.choose(side === 'left' ? { leftYear: year } : { rightYear: year });
  }

  /** Picked a second time a measure leads to the records behind it, in the year of the right side. */
  protected async pick({ rows }: MeasureGroup, row: number): Promise<void> {
    const [measure, data] = [rows[row], this.source.value()];
    if (!measure || !data) return;
    if (this.view.query().get('measure') !== measure.id) {
      await this.view.change({ measure: measure.id }, true);
      return;
    }
    const { page, query } = recordsOf(measure, data.left.id);
    const { program, year, asOf } = { ...this.view.selection(), year: data.right.year };
    await this.router.navigate(page, {
      queryParams: { program, year, ...(asOf === undefined ? {} : { asOf }), ...query },
    });
  }

  protected headingOf(data: CountyComparison, side: Side): string {
    return sideName(data, side, this.reading());
  }

  protected groupName(id: string): string {
    const { text, unit } = this.reading();
    return text(`compare.groups.${id}`, { unit: text(`ui.unit.${unit}`) });
  }

  protected yearsOf(sides: ComparedSides): readonly number[] {
    return [...new Set([...this.view.years(), sides.leftYear, sides.rightYear])].sort((a, b) => b - a);
  }
}
