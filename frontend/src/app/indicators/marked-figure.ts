import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Indicator } from '@yuheng/shared/contract/indicators';
import { reading } from '../charts/reading';
import { LightMark } from '../ui/light-mark';
import { SaidPipe } from '../ui/said';
import { ValueStateMark } from '../ui/value-state-mark';
import { lengthOf, type Figure } from './indicator-view';
import { figureInWords } from './figure-in-words';

/** A figure in a table that is compared at a glance: light, figure, a bar from zero with the target on it, or its state. */
@Component({
  selector: 'yh-marked-figure',
  imports: [TranslocoPipe, LightMark, SaidPipe, ValueStateMark],
  template: `
    @let one = figure();
    <span class="line" [attr.title]="title()">
      @if (one.light !== 'none') {
        <yh-light [light]="one.light" [wordless]="true" />
      }
      @if (words(); as words) {
        <span class="number">{{ words }}</span>
      }
      @if (one.state === 'notApplicable' && one.figure !== null) {
        <small>{{ 'indicators.reference' | transloco }}</small>
      } @else if (one.state !== 'reported') {
        <yh-value-state [state]="one.state" />
      }
    </span>
    @if (hasBar()) {
      <span class="bar" aria-hidden="true">
        <span class="reached" [attr.data-light]="one.light" [style.inline-size.%]="length()"></span>
        @if (target() !== null) {
          <span class="target" [style.inset-inline-start.%]="target()"></span>
        }
      </span>
    }
    @if (one.text; as text) {
      <span class="sentence" [class.notable]="one.state === 'missing' || one.state === 'late'">{{
        text | said
      }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 4.6em;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 0 5px;
      align-items: center;
    }
    .number {
      font-weight: 600;
      white-space: nowrap;
    }
    .bar {
      position: relative;
      display: block;
      block-size: 6px;
      margin-block: 3px 1px;
      border-radius: 2px;
      background: var(--ground);
    }
    .reached {
      display: block;
      block-size: 100%;
      border-radius: 2px;
      background: var(--accent);
    }
    .reached[data-light='attention'] {
      background: var(--attention);
    }
    .reached[data-light='warning'] {
      background: var(--warning);
    }
    .target {
      position: absolute;
      inset-block: -2px;
      inline-size: 2px;
      margin-inline-start: -2px;
      background: var(--ink);
    }
    .sentence {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    @media screen and (max-width: 760px) {
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkedFigure {
  private readonly reading = reading();
  readonly figure = input.required<Figure>();
  readonly indicator = input.required<Pick<Indicator, 'unit'>>();
  /** The figure at which the bar is full. */
  readonly full = input.required<number>();

  protected readonly words = computed(() =>
    figureInWords(this.indicator(), this.figure().figure, this.reading()),
  );
  protected readonly length = computed(() => lengthOf(this.figure().figure, this.full()));
  protected readonly target = computed(() => lengthOf(this.figure().target, this.full()));
  /** A condition that is met or not has no length. */
  protected readonly hasBar = computed(() => this.length() !== null && this.indicator().unit !== 'yesNo');
  protected readonly title = computed(() => {
    const { text, target } = this.figure();
    const { said, text: words } = this.reading();
    return [
      ...(text ? [said(text)] : []),
      ...(target === null ? [] : [words('indicators.target', { target })]),
    ].join(' · ');
  });
}
