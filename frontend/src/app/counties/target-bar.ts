import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A figure in percent with its bar, and the target as a line across it; the words stand beside, the bar is for the eye. */
@Component({
  selector: 'yh-target-bar',
  template: `
    <span class="figures">{{ text() }}</span>
    @if (size() !== null) {
      <span class="track" aria-hidden="true">
        <span class="bar" [style.inline-size.%]="size()"></span>
        @if (tick() !== null) {
          <span class="tick" [style.inset-inline-start.%]="tick()"></span>
        }
      </span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 5.2em minmax(60px, 1fr);
      gap: 10px;
      align-items: center;
    }
    .figures {
      text-align: end;
    }
    .track {
      position: relative;
      display: block;
      block-size: 12px;
      border-radius: 2px;
      background: color-mix(in srgb, var(--line) 55%, transparent);
    }
    .bar {
      display: block;
      block-size: 100%;
      border-radius: 2px;
      background: var(--accent);
    }
    .tick {
      position: absolute;
      inset-block: -3px;
      inline-size: 2px;
      background: var(--ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetBar {
  /** As printed. */
  readonly text = input.required<string>();
  /** Of 100, as a decimal; null where nothing is known: then there is no bar that could be taken for a zero. */
  readonly actual = input.required<string | null>();
  readonly target = input<string | null>(null);
  protected readonly size = computed(() => within(this.actual()));
  protected readonly tick = computed(() => within(this.target()));
}

const within = (figure: string | null): number | null =>
  figure === null || !Number.isFinite(Number(figure)) ? null : Math.max(0, Math.min(100, Number(figure)));
