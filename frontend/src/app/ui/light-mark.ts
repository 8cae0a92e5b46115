import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type * as z from 'zod';
import type { light } from '@yuheng/shared/contract/values';

export type Light = z.infer<typeof light>;

/** 正常 / 关注 / 预警 against the county's own target: circle, triangle, square, never the colour alone. */
@Component({
  selector: 'yh-light',
  imports: [TranslocoPipe],
  template: `
    <span class="mark" [attr.data-light]="light()">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        @switch (light()) {
          @case ('normal') {
            <circle cx="6" cy="6" r="5" fill="currentColor" />
          }
          @case ('attention') {
            <path d="M6 .8l5.6 10.4H.4z" fill="currentColor" />
          }
          @case ('warning') {
            <rect x="1" y="1" width="10" height="10" fill="currentColor" />
          }
          @default {
            <circle
              cx="6"
              cy="6"
              r="4.5"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
              stroke-dasharray="2 2"
            />
          }
        }
      </svg>
      <span [class.visually-hidden]="wordless()">{{ 'ui.light.' + light() | transloco }}</span>
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LightMark {
  readonly light = input.required<Light>();
  /** In a dense table the shape stands alone to the eye; the word is still read aloud. */
  readonly wordless = input(false);
}
