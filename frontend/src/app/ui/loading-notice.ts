import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** After this long a reader wonders whether anything still happens. */
const SLOW_MS = 4000;

/** The place of what is being read, of about its size; after some seconds it says that it is still coming. */
@Component({
  selector: 'yh-loading',
  imports: [TranslocoPipe],
  template: `
    <div class="skeleton" [style.min-block-size]="height()" role="status">
      <p>{{ 'ui.loading' | transloco }}{{ isSlow() ? ('ui.slow' | transloco) : '' }}</p>
      @for (line of [1, 2, 3, 4, 5, 6]; track line) {
        <span class="bone" aria-hidden="true"></span>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadingNotice {
  readonly height = input('60vh');
  protected readonly isSlow = signal(false);

  constructor() {
    const timer = setTimeout(() => this.isSlow.set(true), SLOW_MS);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
