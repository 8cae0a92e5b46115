import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Funds } from '@yuheng/shared/contract/funds';
import { printRounded, rational } from '@yuheng/shared/domain/numbers/rational';
import { ViewState } from '../api/view-state';
import { CityMap } from '../charts/city-map';
import { MeasureChoice, measureOf } from '../charts/measure-choice';
import { Language } from '../ui/language';
import { percentInWords } from '../ui/percent';

const MEASURES = ['received', 'passedOn', 'execution', 'reconciled'] as const;
type Measure = (typeof MEASURES)[number];
type CountyFunds = Funds['counties'][number];

const share = (part: number, whole: number): string | null =>
  whole > 0 ? printRounded(rational(BigInt(part) * 100n, BigInt(whole)), 2) : null;

/** In percent with two decimals; null where there is nothing yet to have a share of. */
export function measured(measure: Measure, county: CountyFunds): string | null {
  const { received, passedOn, budgetFen, executionRate, reconciliation } = county;
  if (measure === 'received') return received.fen === 0 ? null : share(received.fen, budgetFen ?? 0);
  if (measure === 'passedOn') return share(passedOn.fen, received.fen);
  if (measure === 'execution') return executionRate;
  return reconciliation && share(reconciliation.months - reconciliation.toExplain, reconciliation.months);
}

/** The counties on a map, coloured by one share of their money; which one is in the address. */
@Component({
  selector: 'yh-funds-map',
  imports: [TranslocoPipe, CityMap, MeasureChoice],
  template: `
    <yh-measure-choice
      [label]="'funds.map.measure' | transloco"
      [measures]="measures()"
      [measure]="measure()"
    />
    <yh-city-map
      [heading]="'funds.map.title' | transloco"
      [summary]="summary()"
      [measure]="name()"
      [counties]="values()"
      [asOf]="data().asOf"
      [demonstration]="data().demonstration"
      (pick)="pick.emit($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FundsMap {
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  readonly data = input.required<Funds>();
  readonly pick = output<string>();
  protected readonly measures = computed(() =>
    MEASURES.map((id) => ({ id, name: this.language.text(`funds.map.${id}`) })),
  );
  protected readonly measure = computed(() => measureOf(this.view, MEASURES, 'execution'));
  protected readonly name = computed(() => this.language.text(`funds.map.${this.measure()}`));
  protected readonly values = computed(() =>
    this.data().counties.map((county) => {
      const { id, name, tile } = county;
      const rate = measured(this.measure(), county);
      return {
        ...{ id, name, tile },
        value: rate === null ? null : Number(rate),
        label: rate === null ? this.language.text('ui.valueState.notDue') : percentInWords(rate),
      };
    }),
  );
  protected readonly summary = computed(() => {
    const known = this.values().filter(({ value }) => value !== null);
    return this.language.text(known.length === 0 ? 'funds.map.nothing' : 'funds.map.summary', {
      measure: this.name(),
      known: known.length,
      whole: known.filter(({ value }) => value !== null && value >= 100).length,
    });
  });
}
