import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageFocus } from '../api/page-focus';
import { DayPipe } from './day';
import { ShareLink } from './share-link';

/**
 * The way back from what is picked: 全部县（市、区） › 红塔区 › 2025年8月. Each part before the last takes back what follows
 * it; Escape takes back the last. Nothing is drawn while nothing is picked, and its height is kept, so that the page
 * does not jump under the hand that picked.
 */
@Component({
  selector: 'yh-focus-trail',
  imports: [TranslocoPipe, DayPipe, ShareLink],
  template: `
    <div>
      <nav [attr.aria-label]="'ui.focus.trail' | transloco">
        @if (picked()) {
          <button type="button" class="button plain" (click)="focus.clear()">
            {{ 'ui.focus.all' | transloco }}
          </button>
          @if (name(); as name) {
            <span aria-hidden="true">›</span>
            @if (focus.month()) {
              <button type="button" class="button plain" lang="zh-CN" (click)="focus.clear('month')">
                {{ name }}
              </button>
            } @else {
              <strong lang="zh-CN" aria-current="true">{{ name }}</strong>
            }
          }
          @if (focus.month(); as month) {
            <span aria-hidden="true">›</span><strong aria-current="true">{{ month | day }}</strong>
          }
          <small class="screen-only">{{ 'ui.focus.hint' | transloco }}</small>
        } @else {
          <small class="screen-only">{{ 'ui.focus.how' | transloco }}</small>
        }
      </nav>
      <yh-share-link />
    </div>
  `,
  styles: `
    div,
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
    }
    div {
      justify-content: space-between;
      min-block-size: 34px;
      margin-block-end: 8px;
    }
    @media print {
      div {
        min-block-size: 0;
        margin-block-end: 3px;
      }
      div:not(:has(strong)) {
        display: none;
      }
    }
  `,
  host: { '(document:keydown.escape)': 'back($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FocusTrail {
  protected readonly focus = inject(PageFocus);
  /** The counties of the page by id: what is picked is called by its name, and an unknown id is nothing. */
  readonly counties = input.required<readonly { readonly id: string; readonly name: string }[]>();

  protected readonly name = computed(
    () => this.counties().find((one) => one.id === this.focus.county())?.name ?? null,
  );
  protected readonly picked = computed(() => this.name() !== null || this.focus.month() !== null);

  /** An open dialog or drawer takes Escape for itself. */
  protected back(event: Event): void {
    if (!this.picked() || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    void this.focus.clear(this.focus.month() ? 'month' : 'county');
  }
}
