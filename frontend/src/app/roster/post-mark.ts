import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** 在岗 / 不在岗: a filled circle and a dash; the word always stands with it. */
@Component({
  selector: 'yh-post-mark',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-light]="onPost() ? 'normal' : 'none'">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @if (onPost()) {
          <circle cx="6" cy="6" r="5" fill="currentColor" />
        } @else {
          <path d="M1.5 6h9" stroke="currentColor" stroke-width="2" />
        }
      </svg>
      <span>{{ (onPost() ? 'roster.onPost' : 'roster.offPost') | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PostMark {
  readonly onPost = input.required<boolean>();
}
