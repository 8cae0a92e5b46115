import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DurationPipe } from './duration';

/** Counts down to when something can be tried again; `over` says when it can. */
@Component({
  selector: 'yh-wait',
  imports: [TranslocoPipe, DurationPipe],
  template: `
    @if (left() > 0) {
      <p role="timer">{{ 'ui.waitFor' | transloco: { time: (left() | duration) } }}</p>
    } @else {
      <p role="status">{{ 'ui.waitOver' | transloco }}</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitNotice {
  readonly seconds = input.required<number>();
  readonly over = output();
  protected readonly left = linkedSignal(() => this.seconds());

  constructor() {
    let timer: ReturnType<typeof setInterval> | undefined;
    effect(() => {
      const until = Date.now() + this.seconds() * 1000;
      clearInterval(timer);
      // Counted from the clock: a tab in the background ticks late.
      timer = setInterval(() => {
        this.left.set(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
        if (this.left() > 0) return;
        clearInterval(timer);
        this.over.emit();
      }, 1000);
    });
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
