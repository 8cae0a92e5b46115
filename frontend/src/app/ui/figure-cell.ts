import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OverviewCell } from '@yuheng/shared/contract/overview';
import { LightMark } from './light-mark';
import { MoneyPipe } from './money';
import { SaidPipe } from './said';
import { ValueStateMark } from './value-state-mark';

/** One figure in a dense table: light, rate, what it divides, its state where it is not simply reported, its sentence. */
@Component({
  selector: 'yh-figure-cell',
  imports: [LightMark, MoneyPipe, SaidPipe, ValueStateMark],
  template: `
    @let figure = cell();
    <span class="line" [title]="figure.text | said">
      @if (figure.light !== 'none') {
        <yh-light [light]="figure.light" [wordless]="true" />
      }
      @if (figure.rate !== null) {
        <span class="rate">{{ figure.rate }}%</span>
      }
      @if (figure.state !== 'reported') {
        <yh-value-state [state]="figure.state" />
      } @else if (figure.rate === null && figure.light === 'none') {
        <span>—</span>
      }
    </span>
    @if (figure.part !== null && figure.whole !== null && figure.state !== 'notDue') {
      <small class="part" [class.full]="figure.part === figure.whole"
        >{{ money() ? (figure.part | money) : figure.part }}/{{
          money() ? (figure.whole | money) : figure.whole
        }}</small
      >
    }
    <span class="sentence" [class.notable]="notable()">{{ figure.text | said }}</span>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      align-items: center;
    }
    .rate {
      font-weight: 600;
    }
    .sentence {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    @media screen and (max-width: 760px) {
      .line {
        display: inline-flex;
        margin-inline-end: 4px;
      }
      .part.full {
        display: none;
      }
      .sentence.notable {
        position: static;
        display: block;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
        color: var(--ink-2);
        font-size: 0.8125rem;
      }
    }
    /* On paper a county has one line, so that all nine and the charts go on one page. */
    @media print {
      .part {
        display: none;
      }
      .line {
        display: inline-flex;
        flex-wrap: nowrap;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCell {
  readonly cell = input.required<OverviewCell>();
  /** Part and whole are amounts in 分. */
  readonly money = input(false);
  /** On a phone, where nothing can be pointed at, the sentence is printed where a figure is late or missing. */
  protected readonly notable = computed(() => {
    const { state } = this.cell();
    return state === 'late' || state === 'missing';
  });
}
