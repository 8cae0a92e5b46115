import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ComparisonMeasure, CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { reading } from '../../charts/reading';
import { Cell, DataTable, type Column } from '../../ui/data-table';
import { DayPipe } from '../../ui/day';
import { EmptyNotice } from '../../ui/empty-notice';
import { ExplainLink } from '../../ui/explain-link';
import { LightMark } from '../../ui/light-mark';
import { formatMoney } from '../../ui/money';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { TargetBar } from '../target-bar';
import { addressOf, sidesOf, type ComparedSides } from './compared-sides';
import { COMPARE_TEXTS } from './compare-texts';
import { groupsOf, lengthOf } from './measure-rows';

type Side = 'left' | 'right';

/** Two counties of one year, or one county in two years, side by side: what differs in words and on one scale, in no order. */
@Component({
  selector: 'yh-compare-page',
  imports: [
    RouterLink,
    TranslocoPipe,
    Cell,
    DataTable,
    DayPipe,
    EmptyNotice,
    ExplainLink,
    LightMark,
    Page,
    SaidPipe,
    TargetBar,
  ],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  protected readonly view = inject(ViewState);
  private readonly reading = reading();
  protected readonly asked = computed(() => sidesOf(this.view.query(), this.view.year()));
  protected readonly source = pageSource('compareCounties', () => {
    const sides = this.asked();
    const { program, asOf } = this.view.selection();
    return sides ? { query: { program, ...sides, ...(asOf === undefined ? {} : { asOf }) } } : undefined;
  });
  protected readonly groups = computed(() => {
    const data = this.source.value();
    return data ? groupsOf(data) : [];
  });
  protected readonly sideNames = ['left', 'right'] as const;
  protected readonly lengthOf = lengthOf;
  /** The year beside a name that both sides share, the name beside a year that they share. */
  protected readonly columns = computed<readonly Column<ComparisonMeasure>[]>(() => {
    const data = this.source.value();
    if (!data) return [];
    const { text, said } = this.reading();
    return [
      { id: 'measure', heading: text('compare.measure'), text: (row) => said(row.name) },
      { id: 'left', heading: this.headingOf(data, 'left'), wide: true },
      { id: 'right', heading: this.headingOf(data, 'right'), wide: true },
      {
        id: 'difference',
        heading: text('compare.difference'),
        wide: true,
        text: (row) => said(row.difference),
      },
    ];
  });

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

  protected figure({ unit, left, right }: ComparisonMeasure, side: Side): string {
    const { figure, state } = { left, right }[side];
    const { text, unit: money } = this.reading();
    if (figure === null) return text(`compare.state.${state}`);
    if (unit === 'fen') return formatMoney(Number(figure), money);
    return unit === 'percent' ? `${figure}%` : figure;
  }

  protected headingOf(data: CountyComparison, side: Side): string {
    const { name, year } = data[side];
    return this.reading().text('compare.side', { name, year });
  }

  protected groupName(id: string): string {
    const { text, unit } = this.reading();
    return text(`compare.groups.${id}`, { unit: text(`ui.unit.${unit}`) });
  }

  protected yearsOf(sides: ComparedSides): readonly number[] {
    return [...new Set([...this.view.years(), sides.leftYear, sides.rightYear])].sort((a, b) => b - a);
  }
}
