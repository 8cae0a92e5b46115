import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Funds } from '@yuheng/shared/contract/funds';
import { printRounded, rational } from '@yuheng/shared/domain/numbers/rational';
import { PageFocus } from '../api/page-focus';
import { ViewState } from '../api/view-state';
import { CountyMap } from '../charts/county-map';
import { Language } from '../ui/language';

/** Places without tiles of their own stand three in a row, in official order. */
const inRows = (index: number) => ({ row: Math.floor(index / 3), column: index % 3 });

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
  imports: [TranslocoPipe, CountyMap],
  template: `
    <p class="screen-only">
      <label>
        {{ 'funds.map.measure' | transloco }}
        <select [value]="measure()" (change)="choose($event)">
          @for (one of measures; track one) {
            <option [value]="one" [selected]="one === measure()">{{ 'funds.map.' + one | transloco }}</option>
          }
        </select>
      </label>
    </p>
    <yh-county-map
      [heading]="'funds.map.title' | transloco"
      [summary]="summary()"
      [measure]="name()"
      [values]="values()"
      [limit]="percent"
      [asOf]="data().asOf"
      [demonstration]="data().demonstration"
      [picked]="focus.county()"
      (pick)="pick.emit($event)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FundsMap {
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  protected readonly focus = inject(PageFocus);
  readonly data = input.required<Funds>();
  readonly pick = output<string>();
  protected readonly measures = MEASURES;
  protected readonly percent = (value: number): string => `${value.toFixed(2)}%`;

  protected readonly measure = computed(
    () => MEASURES.find((one) => one === this.view.query().get('measure')) ?? 'execution',
  );
  protected readonly name = computed(() => this.language.text(`funds.map.${this.measure()}`));
  protected readonly values = computed(() =>
    this.data().counties.map((county, index) => {
      const rate = measured(this.measure(), county);
      return {
        ...{ id: county.id, name: county.name, tile: county.tile ?? inRows(index) },
        value: rate === null ? null : Number(rate),
        label: rate === null ? this.language.text('ui.valueState.notDue') : `${rate}%`,
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

  protected choose(event: Event): void {
    void this.view.change({ measure: (event.target as HTMLSelectElement).value }, true);
  }
}
