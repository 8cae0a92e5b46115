import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ViewState } from '../api/view-state';

/** 「第 45 行」: marks the line in the text beside it, and says so in the address (`?line=45`). */
@Component({
  selector: 'yh-line-link',
  imports: [TranslocoPipe],
  template: `
    <button
      type="button"
      class="line"
      [attr.aria-pressed]="pressed()"
      [attr.aria-label]="'publications.program.showLine' | transloco: { line: line() }"
      (click)="show()"
    >
      {{ 'publications.program.line' | transloco: { line: line() } }}
    </button>
  `,
  styles: `
    .line {
      padding: 2px 0;
      border: 0;
      background: none;
      color: var(--accent-ink);
      font: inherit;
      font-size: 0.875rem;
      text-decoration: underline;
      white-space: nowrap;
      cursor: pointer;
    }
    .line[aria-pressed='true'] {
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineLink {
  private readonly view = inject(ViewState);
  readonly line = input.required<number>();
  protected readonly pressed = computed(() => this.view.query().get('line') === String(this.line()));

  /** Asking for the marked line again goes to it again. */
  protected show(): void {
    if (this.pressed()) document.getElementById(`line-${this.line()}`)?.scrollIntoView({ block: 'nearest' });
    else void this.view.change({ line: this.line() });
  }
}
