import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageFocus } from '../api/page-focus';

/** A county's name in a table: the first press shows that county alone, the second leads to its records. */
@Component({
  selector: 'yh-pick-county',
  imports: [TranslocoPipe],
  template: `
    <button
      type="button"
      class="pick"
      lang="zh-CN"
      [attr.aria-pressed]="isPicked()"
      [attr.title]="(isPicked() ? 'ui.focus.again' : 'ui.focus.first') | transloco"
      (click)="focus.pick({ county: county() }, drillTo())"
    >
      {{ name() }}
    </button>
  `,
  styles: `
    .pick {
      padding: 2px 0;
      border: 0;
      background: none;
      color: var(--accent-ink);
      font: inherit;
      font-weight: 600;
      text-align: start;
      text-decoration: underline dotted;
      text-underline-offset: 4px;
      cursor: pointer;
    }
    .pick:hover,
    .pick[aria-pressed='true'] {
      text-decoration-style: solid;
    }
    @media print {
      .pick {
        color: inherit;
        text-decoration: none;
      }
    }
    @media (max-width: 760px) {
      .pick {
        min-block-size: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PickCounty {
  protected readonly focus = inject(PageFocus);
  readonly county = input.required<string>();
  readonly name = input.required<string>();
  /** An address inside the program, with its query. */
  readonly drillTo = input.required<string>();
  protected readonly isPicked = computed(() => this.focus.county() === this.county());
}
