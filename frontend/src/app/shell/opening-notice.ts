import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationError, NavigationStart, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

const WORD_AFTER_MS = 300;
const SLOW_AFTER_MS = 4000;

/** Says that a page is still being opened, or that it could not be; the page that is open stays as it is. */
@Component({
  selector: 'yh-opening',
  imports: [TranslocoPipe],
  template: `
    @if (failed(); as url) {
      <div class="notice" data-kind="problem" role="alert">
        <p>{{ 'ui.pageFailed' | transloco }}</p>
        <p>
          <button type="button" class="button" (click)="open(url)">{{ 'ui.retry' | transloco }}</button>
          <button type="button" class="button plain" (click)="failed.set(null)">
            {{ 'ui.close' | transloco }}
          </button>
        </p>
      </div>
    } @else if (waited(); as ms) {
      <p class="notice" role="status">
        {{ 'ui.opening' | transloco }}{{ ms === slow ? ('ui.slow' | transloco) : '' }}
      </p>
    }
  `,
  styles: `
    .notice {
      position: fixed;
      z-index: 20;
      inset-block-end: 14px;
      inset-inline: 14px auto;
      max-inline-size: min(460px, calc(100vw - 28px));
      margin: 0;
      box-shadow: 0 4px 18px rgb(0 0 0 / 18%);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OpeningNotice {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly slow = SLOW_AFTER_MS;
  /** The address that was to be opened. */
  protected readonly failed = signal<string | null>(null);
  /** How long it has been on its way, in steps. */
  protected readonly waited = signal(0);
  private readonly isOpening = computed(() => this.router.currentNavigation() !== null);

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.failed.set(null);
      if (event instanceof NavigationError) this.failed.set(event.url);
    });
    effect((onCleanup) => {
      this.waited.set(0);
      if (!this.isOpening()) return;
      const timers = [WORD_AFTER_MS, SLOW_AFTER_MS].map((ms) => setTimeout(() => this.waited.set(ms), ms));
      onCleanup(() => timers.forEach((timer) => clearTimeout(timer)));
    });
  }

  /** Loaded anew: after a new version was installed the old names of its files are gone. */
  protected open(url: string): void {
    this.document.location.assign(url);
  }
}
